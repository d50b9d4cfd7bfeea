package io.leadloop.sla.clock;

import io.leadloop.events.SlaEvent;
import io.leadloop.messaging.Database;
import io.leadloop.messaging.Trace;
import io.leadloop.messaging.TraceSource;
import io.leadloop.sla.clock.ClockStore.Look;
import io.leadloop.sla.clock.rules.ClockSignal;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * Warns of and breaches the clocks whose time has come, by the database's clock alone. State, event and alert are one short
 * transaction, so a tracker that dies has either told it or not, and another one goes on.
 */
@ApplicationScoped
class FireDueClocks {
    static final int AT_MOST = 500;
    private static final TraceSource EACH_ON_ITS_OWN = event -> Trace.fresh();

    private final Database database;
    private final ClockStore store;
    private final ClockMetrics metrics;

    FireDueClocks(Database database, ClockStore store, ClockMetrics metrics) {
        this.database = database;
        this.store = store;
        this.metrics = metrics;
    }

    /** What a look found. */
    sealed interface Found {
        /** There may be more to do at once. */
        record Fired(List<SlaEvent> told) implements Found {}

        /** Clocks are due, but another tracker has them in its hands. */
        record InOtherHands() implements Found {}

        /** @param pause until the next clock is due, by the database's clock */
        record NothingBefore(Duration pause) implements Found {}

        record NothingOpen() implements Found {}
    }

    Uni<Found> run() {
        return database.patiently(tx -> store.look(tx).chain(look -> found(tx, look)))
                .invoke(found -> {
                    if (found instanceof Found.Fired fired) {
                        metrics.told(fired.told());
                    }
                });
    }

    private Uni<Found> found(Mutiny.StatelessSession tx, Look look) {
        if (look.nextAt() == null) {
            return Uni.createFrom().item(new Found.NothingOpen());
        }
        Duration pause = Duration.between(look.now(), look.nextAt());
        return pause.isPositive() ? Uni.createFrom().item(new Found.NothingBefore(pause)) : fire(tx, look.now());
    }

    private Uni<Found> fire(Mutiny.StatelessSession tx, Instant now) {
        return store.claimDue(tx, now, AT_MOST)
                .chain(due -> due.isEmpty()
                        ? Uni.createFrom().item(new Found.InOtherHands())
                        : store.leads(tx, due.stream().map(row -> row.leadId).collect(Collectors.toSet()))
                                .map(leads -> decide(due, leads, now))
                                .chain(changes -> store.save(tx, changes, EACH_ON_ITS_OWN)
                                        .replaceWith(new Found.Fired(changes.events()))));
    }

    private static ClockChanges decide(List<ClockRow> due, List<LeadRow> leads, Instant now) {
        Map<UUID, LeadRow> byId = leads.stream().collect(Collectors.toMap(lead -> lead.leadId, lead -> lead));
        ClockChanges changes = new ClockChanges(now);
        due.forEach(row -> changes.hear(row, byId.get(row.leadId), new ClockSignal.TimePassed()));
        return changes;
    }
}
