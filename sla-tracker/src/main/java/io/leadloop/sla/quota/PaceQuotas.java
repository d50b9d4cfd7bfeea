package io.leadloop.sla.quota;

import io.leadloop.agreement.inforce.Agreements;
import io.leadloop.agreement.inforce.InForce;
import io.leadloop.messaging.Database;
import io.leadloop.messaging.Failures;
import io.leadloop.messaging.Outbox;
import io.leadloop.messaging.Stopping;
import io.leadloop.messaging.Trace;
import io.leadloop.sla.alert.AlertStore;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jboss.logging.Logger;

/**
 * Looks at the quotas every midnight of the agreement's zone, when another agreement has come into force, and when a month ends. When
 * that is lies in the database and is judged by its clock; what is told, and when the next look is, is one transaction. So of
 * several trackers one looks, and after an outage the look is late, not missed.
 */
@ApplicationScoped
class PaceQuotas {
    private static final Logger LOG = Logger.getLogger(PaceQuotas.class);

    private final Database database;
    private final Agreements agreements;
    private final QuotaStore store;
    private final DeliveryStore deliveries;
    private final Outbox outbox;
    private final AlertStore alerts;

    PaceQuotas(
            Database database,
            Agreements agreements,
            QuotaStore store,
            DeliveryStore deliveries,
            Outbox outbox,
            AlertStore alerts) {
        this.database = database;
        this.agreements = agreements;
        this.store = store;
        this.deliveries = deliveries;
        this.outbox = outbox;
        this.alerts = alerts;
    }

    @Scheduled(every = "5s", skipExecutionIf = Stopping.class, concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> pace() {
        return agreements
                .now()
                .map(inForce -> database.patiently(tx -> lookIfDue(tx, inForce)))
                .orElseGet(() -> Uni.createFrom().voidItem())
                .onFailure(Failures::isOperational)
                .recoverWithUni(failure -> {
                    LOG.debugf("Quotas could not be looked at: %s", failure.getMessage());
                    return Uni.createFrom().voidItem();
                });
    }

    private Uni<Void> lookIfDue(Mutiny.StatelessSession tx, InForce inForce) {
        return store.takeTurn(tx, inForce.version())
                .chain(turn -> turn.map(now -> look(tx, inForce, now))
                        .orElseGet(() -> Uni.createFrom().voidItem()));
    }

    private Uni<Void> look(Mutiny.StatelessSession tx, InForce inForce, Instant now) {
        return store.open(tx)
                .chain(open -> store.lastClosed(tx).map(closed -> new QuotaPlan(inForce, open, closed, now)))
                .chain(plan -> deliveries
                        .reps(tx, plan.repsSince())
                        .chain(reps -> deliveries
                                .count(tx, plan.spans(), notWorkable(inForce))
                                .map(delivered -> plan.look(reps, delivered, now)))
                        .chain(changes -> store.save(tx, plan.begun(), plan.changed())
                                .chain(() -> outbox.append(tx, changes.events(), event -> Trace.fresh()))
                                .chain(() -> alerts.raise(tx, changes.alerts())))
                        .chain(() -> store.passTurn(tx, plan.month().nextLook(now), inForce.version())));
    }

    static Optional<List<String>> notWorkable(InForce inForce) {
        return inForce.agreement().document().quota().flatMap(rule -> rule.notWorkable());
    }
}
