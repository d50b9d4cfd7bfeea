package io.leadloop.agreement.inforce;

import io.leadloop.agreement.Agreement;
import io.leadloop.agreement.AgreementReading;
import io.leadloop.agreement.inforce.AgreementStore.Head;
import io.leadloop.events.AgreementEvent.AgreementSigned;
import io.leadloop.messaging.Database;
import io.leadloop.messaging.Failures;
import io.leadloop.messaging.Stopping;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;

/**
 * The agreement that decides now: the newest whose time has come, by the database's clock. Looks into the service's own table
 * once a second, so that it does not matter which instance consumed the event. What is needed is compiled once, also a version
 * whose time is still to come, so that it decides from that very moment on.
 */
@ApplicationScoped
public class Agreements {
    private static final Logger LOG = Logger.getLogger(Agreements.class);
    private static final Duration LOOK_AGAIN = Duration.ofMillis(100);

    private final Database database;
    private final AgreementStore store;
    private final Map<Integer, Optional<InForce>> compiled = new ConcurrentHashMap<>();
    private volatile Known known = new Known(List.of(), Instant.MIN, 0);

    public Agreements(Database database, AgreementStore store) {
        this.database = database;
        this.store = store;
    }

    /** Waits for the first agreement; there is always one soon, since sla-tracker publishes one at its first start. */
    public Uni<InForce> current() {
        Optional<InForce> now = now();
        return now.isPresent()
                ? Uni.createFrom().item(now.get())
                : Uni.createFrom()
                        .item(this::now)
                        .onItem()
                        .delayIt()
                        .onExecutor(Infrastructure.getDefaultWorkerPool())
                        .by(LOOK_AGAIN)
                        .repeat()
                        .whilst(Optional::isEmpty)
                        .collect()
                        .last()
                        .map(Optional::get);
    }

    /** The one in force at this moment, or empty while none has arrived. */
    public Optional<InForce> now() {
        Known all = known;
        Instant moment = all.databaseTime();
        return all.newestFirst().stream()
                .filter(agreement -> !agreement.from().isAfter(moment))
                .findFirst();
    }

    @Scheduled(every = "1s", skipExecutionIf = Stopping.class, concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> refresh() {
        return database.patiently(tx -> store.heads(tx)
                        .chain(heads -> store.find(tx, missing(heads)).map(texts -> new Look(heads, texts))))
                // Compiling a first agreement takes a second or more, too long for a thread that serves connections.
                .emitOn(Infrastructure.getDefaultWorkerPool())
                .invoke(this::take)
                .replaceWithVoid()
                .onFailure(Failures::isOperational)
                .recoverWithUni(failure -> {
                    LOG.debugf("The agreements could not be read: %s", failure.getMessage());
                    return Uni.createFrom().voidItem();
                });
    }

    /** Those to come, and the newest whose time has come; one that cannot be read leaves it to the one before it. */
    private List<Integer> missing(List<Head> newestFirst) {
        List<Integer> missing = new ArrayList<>();
        for (Head head : newestFirst) {
            Optional<InForce> read = compiled.get(head.version());
            if (read == null) {
                missing.add(head.version());
            }
            if (head.isInForce() && (read == null || read.isPresent())) {
                break;
            }
        }
        return missing;
    }

    private void take(Look look) {
        long nanos = System.nanoTime();
        look.texts().forEach(this::compile);
        if (!look.heads().isEmpty()) {
            known = new Known(
                    look.heads().stream()
                            .flatMap(head -> compiled.getOrDefault(head.version(), Optional.empty()).stream())
                            .toList(),
                    look.heads().getFirst().now(),
                    nanos);
        }
    }

    /** What a look into the table gave. */
    private record Look(List<Head> heads, List<AgreementSigned> texts) {}

    /**
     * What can decide, and how to tell the database's time from there: this machine's clock may be wrong or set anew, how much
     * time has passed it knows.
     *
     * @param at the database's time when it was read, and {@code nanos} not before
     */
    private record Known(List<InForce> newestFirst, Instant at, long nanos) {
        Instant databaseTime() {
            return newestFirst.isEmpty() ? at : at.plusNanos(System.nanoTime() - nanos);
        }
    }

    /** A text that this version of the software cannot read decides nothing here: the one before it stays in force. */
    private void compile(AgreementSigned signed) {
        compiled.computeIfAbsent(signed.version(), version -> switch (Agreement.read(signed.document())) {
            case AgreementReading.Valid valid ->
                Optional.of(new InForce(version, signed.inForceFrom(), valid.agreement()));
            case AgreementReading.Invalid invalid -> {
                LOG.errorf(
                        "Agreement %d cannot be read by this version and is left out; update this service. %s",
                        version, invalid.problems());
                yield Optional.empty();
            }
        });
    }
}
