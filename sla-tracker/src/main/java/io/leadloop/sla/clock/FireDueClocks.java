package io.leadloop.sla.clock;

import io.leadloop.messaging.Database;
import io.leadloop.messaging.Failures;
import io.leadloop.sla.clock.DueStore.Look;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jboss.logging.Logger;

/**
 * Warns of and breaches the clocks whose time has come, by the database's clock alone. State, event and alert are one statement, so a
 * tracker that dies has either told it or not, and another one goes on. A batch that fails for what lies in it is halved until the one
 * clock stands alone; that one is put off, and the log says so each time.
 */
@ApplicationScoped
class FireDueClocks {
    private static final Logger LOG = Logger.getLogger(FireDueClocks.class);
    static final int AT_MOST = 500;
    private static final int REHEARSED = 500;
    private static final int REHEARSALS = 4;

    private final Database database;
    private final DueStore store;
    private final ClockMetrics metrics;
    private int atMost = AT_MOST;

    FireDueClocks(Database database, DueStore store, ClockMetrics metrics) {
        this.database = database;
        this.store = store;
        this.metrics = metrics;
    }

    /** What a look found. */
    sealed interface Found {
        record Fired() implements Found {}

        /** There is more to do at once. */
        record More() implements Found {}

        /** Clocks are due, but another tracker has them in its hands. */
        record InOtherHands() implements Found {}

        /** @param pause until the next clock is due, by the database's clock */
        record NothingBefore(Duration pause) implements Found {}

        record NothingOpen() implements Found {}
    }

    /**
     * Looks once. One look at a time.
     *
     * @param handicap leaves to others what has been due for less than this
     */
    Uni<Found> run(Duration handicap) {
        return database.withoutTransaction(store::look).chain(look -> found(look, handicap));
    }

    /** Fires what does not exist: one clock, and then as many as an outage leaves, often enough for them to be compiled. */
    Uni<Found> rehearse() {
        Uni<Found> all = fire(Rehearsal.of(1));
        for (int round = 0; round < REHEARSALS; round++) {
            all = all.chain(() -> fire(Rehearsal.of(REHEARSED)));
        }
        return all;
    }

    private Uni<Found> found(Look look, Duration handicap) {
        if (look.nextAt() == null) {
            return Uni.createFrom().item(new Found.NothingOpen());
        }
        Duration pause = Duration.between(look.now(), look.nextAt().plus(handicap));
        return pause.isPositive() ? Uni.createFrom().item(new Found.NothingBefore(pause)) : fire();
    }

    private Uni<Found> fire() {
        return database.withoutTransaction(session -> store.find(session, atMost))
                .chain(found -> found.due().isEmpty()
                        ? Uni.createFrom().item(new Found.InOtherHands())
                        : fire(found)
                                .onFailure(failure -> !Failures.isOperational(failure))
                                .recoverWithUni(failure -> narrow(found, failure)));
    }

    private Uni<Found> fire(DueStore.Found found) {
        return Uni.createFrom()
                .item(() -> new DueClocks(found.due(), found.now()))
                .chain(due -> database.withoutTransaction(session -> store.prepare(session, due))
                        .chain(prepared -> database.withoutTransaction(session -> store.fire(session, prepared)))
                        .map(fired -> fired(due, fired)));
    }

    private Found fired(DueClocks due, List<UUID> fired) {
        Set<UUID> clocks = new HashSet<>(fired);
        metrics.told(due.events().stream()
                .filter(event -> clocks.contains(event.clock().clockId()))
                .toList());
        boolean full = due.size() == atMost;
        atMost = AT_MOST;
        if (fired.isEmpty()) {
            return new Found.InOtherHands();
        }
        return full ? new Found.More() : new Found.Fired();
    }

    private Uni<Found> narrow(DueStore.Found found, Throwable failure) {
        int failed = found.due().size();
        if (failed > 1) {
            atMost = failed / 2;
            return Uni.createFrom().item(new Found.More());
        }
        UUID clockId = found.due().getFirst().row().clockId;
        LOG.errorf(failure, "Clock %s cannot be fired; it is tried again in a minute", clockId);
        atMost = AT_MOST;
        return database.withoutTransaction(session -> store.putOff(session, clockId))
                .replaceWith(new Found.More());
    }
}
