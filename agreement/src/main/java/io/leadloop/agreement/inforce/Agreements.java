package io.leadloop.agreement.inforce;

import io.leadloop.agreement.Agreement;
import io.leadloop.agreement.AgreementReading;
import io.leadloop.events.AgreementEvent.AgreementSigned;
import io.leadloop.messaging.Database;
import io.leadloop.messaging.Failures;
import io.leadloop.messaging.Stopping;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;

/**
 * The agreement that decides now. Reads the service's own table once a second, so that it does not matter which instance
 * consumed the event; each version is compiled once.
 */
@ApplicationScoped
public class Agreements {
    private static final Logger LOG = Logger.getLogger(Agreements.class);
    private static final Duration LOOK_AGAIN = Duration.ofMillis(100);

    private final Database database;
    private final AgreementStore store;
    private final Map<Integer, Optional<InForce>> compiled = new ConcurrentHashMap<>();
    private volatile List<InForce> newestFirst = List.of();

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
        var moment = Clock.systemUTC().instant();
        return newestFirst.stream()
                .filter(agreement -> !agreement.from().isAfter(moment))
                .findFirst();
    }

    @Scheduled(every = "1s", skipExecutionIf = Stopping.class, concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> refresh() {
        return database.patiently(store::all)
                // Compiling a first agreement takes a second or more, too long for a thread that serves connections.
                .emitOn(Infrastructure.getDefaultWorkerPool())
                .invoke(rows -> newestFirst =
                        rows.stream().flatMap(row -> compile(row).stream()).toList())
                .replaceWithVoid()
                .onFailure(Failures::isOperational)
                .recoverWithUni(failure -> {
                    LOG.debugf("The agreements could not be read: %s", failure.getMessage());
                    return Uni.createFrom().voidItem();
                });
    }

    /** A text that this version of the software cannot read decides nothing here: the one before it stays in force. */
    private Optional<InForce> compile(AgreementSigned signed) {
        return compiled.computeIfAbsent(signed.version(), version -> switch (Agreement.read(signed.document())) {
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
