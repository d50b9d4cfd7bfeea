package io.leadloop.handoff.routing;

import io.leadloop.agreement.inforce.Agreements;
import io.leadloop.agreement.inforce.InForce;
import io.leadloop.handoff.directory.LeadDirectory;
import io.leadloop.handoff.offer.HandoffStore;
import io.leadloop.handoff.reps.Availability;
import io.leadloop.messaging.Database;
import io.leadloop.messaging.Failures;
import io.leadloop.messaging.Outbox;
import io.leadloop.messaging.Stopping;
import io.leadloop.messaging.Trace;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jboss.logging.Logger;

/**
 * Offers waiting leads when a rep may have become able to take them: at once when this instance freed him, within a second
 * when another did, a new agreement came, or he came back from being out of office. In the same round it expires offers whose
 * breach came before this database's clock agreed. Any instance may do it; each lead is claimed.
 */
@ApplicationScoped
class OfferWaiting {
    private static final Logger LOG = Logger.getLogger(OfferWaiting.class);
    private static final int AT_ONCE = 200;

    private final Database database;
    private final Agreements agreements;
    private final LeadDirectory directory;
    private final HandoffStore handoffs;
    private final WaitingStore waiting;
    private final Router router;
    private final ExpireOffers expireOffers;
    private final Outbox outbox;
    private final Availability availability;
    private final AtomicBoolean running = new AtomicBoolean();
    private final AtomicBoolean again = new AtomicBoolean();

    OfferWaiting(
            Database database,
            Agreements agreements,
            LeadDirectory directory,
            HandoffStore handoffs,
            WaitingStore waiting,
            Router router,
            ExpireOffers expireOffers,
            Outbox outbox,
            Availability availability) {
        this.database = database;
        this.agreements = agreements;
        this.directory = directory;
        this.handoffs = handoffs;
        this.waiting = waiting;
        this.router = router;
        this.expireOffers = expireOffers;
        this.outbox = outbox;
        this.availability = availability;
    }

    @PostConstruct
    void listen() {
        availability.onChange(this::look);
    }

    /** One round at a time; a call that comes during one makes another follow it. */
    @Scheduled(every = "1s", skipExecutionIf = Stopping.class)
    void look() {
        again.set(true);
        if (!running.compareAndSet(false, true)) {
            return;
        }
        again.set(false);
        agreements.now().ifPresentOrElse(this::round, () -> running.set(false));
    }

    private void round(InForce inForce) {
        expireDue(inForce)
                .chain(() -> offer(inForce))
                .subscribe()
                .with(offered -> finished(offered == AT_ONCE), failure -> {
                    if (Failures.isOperational(failure)) {
                        LOG.debugf("Waiting leads could not be looked at: %s", failure.getMessage());
                    } else {
                        LOG.error("Waiting leads could not be looked at", failure);
                    }
                    finished(false);
                });
    }

    private void finished(boolean more) {
        running.set(false);
        if (more || again.get()) {
            look();
        }
    }

    private Uni<Void> expireDue(InForce inForce) {
        return database.patiently(tx -> handoffs.toExpire(tx, AT_ONCE)
                .chain(leadIds ->
                        expireOffers.expireNoted(tx, new HashSet<>(leadIds), inForce, event -> Trace.fresh())));
    }

    /** @return how many leads were looked at */
    private Uni<Integer> offer(InForce inForce) {
        return database.patiently(tx -> waiting.claim(tx, inForce.version(), AT_ONCE)
                .chain(leadIds -> leadIds.isEmpty()
                        ? Uni.createFrom().item(0)
                        : offer(tx, leadIds, inForce).replaceWith(leadIds.size())));
    }

    private Uni<Void> offer(Mutiny.StatelessSession tx, List<UUID> leadIds, InForce inForce) {
        return directory
                .lock(tx, leadIds)
                .chain(leads -> handoffs.last(tx, leadIds).chain(last -> {
                    List<ToRoute> toRoute = leadIds.stream()
                            .map(id -> RouteLeads.toRoute(leads.get(id), Optional.ofNullable(last.get(id)), true))
                            .toList();
                    return router.route(tx, toRoute, inForce)
                            .call(() -> directory.save(tx, leads.values()))
                            .chain(events -> outbox.append(tx, events, event -> Trace.fresh()));
                }));
    }
}
