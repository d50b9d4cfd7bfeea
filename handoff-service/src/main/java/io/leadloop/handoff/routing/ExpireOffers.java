package io.leadloop.handoff.routing;

import io.leadloop.agreement.inforce.InForce;
import io.leadloop.events.Clock;
import io.leadloop.events.Event;
import io.leadloop.events.SlaEvent.ClockBreached;
import io.leadloop.handoff.directory.LeadDirectory;
import io.leadloop.handoff.directory.LockedLead;
import io.leadloop.handoff.offer.HandoffEvents;
import io.leadloop.handoff.offer.HandoffStore;
import io.leadloop.handoff.offer.LockedHandoff;
import io.leadloop.handoff.offer.rules.HandoffDecision.Changed;
import io.leadloop.handoff.offer.rules.HandoffRules;
import io.leadloop.handoff.offer.rules.HandoffStatus.Offered;
import io.leadloop.handoff.reps.Availability;
import io.leadloop.messaging.Batch;
import io.leadloop.messaging.Outbox;
import io.leadloop.messaging.TraceSource;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * Ends offers that nobody answered, and offers the leads to the next. The tracker says that the time is over, but only this
 * database's clock decides: a breach that is early by it is noted, and the offer expires when it agrees. An answer that came
 * before that wins.
 */
@ApplicationScoped
class ExpireOffers {
    private static final String REASSIGN = "reassign";

    private final LeadDirectory directory;
    private final HandoffStore handoffs;
    private final Router router;
    private final Outbox outbox;
    private final Availability availability;

    ExpireOffers(
            LeadDirectory directory, HandoffStore handoffs, Router router, Outbox outbox, Availability availability) {
        this.directory = directory;
        this.handoffs = handoffs;
        this.router = router;
        this.outbox = outbox;
        this.availability = availability;
    }

    /** Of a batch of the tracker's events: breaches of the acceptance clock that want the lead reassigned. */
    Uni<Void> handle(Mutiny.StatelessSession tx, Batch batch, InForce inForce) {
        Set<UUID> breached = batch.of(ClockBreached.class).stream()
                .map(ClockBreached::clock)
                .filter(clock -> clock.clock().equals(Router.ACCEPTANCE) && REASSIGN.equals(clock.onBreach()))
                .map(Clock::handoffId)
                .collect(Collectors.toSet());
        Set<UUID> leadIds = batch.of(ClockBreached.class).stream()
                .filter(event -> breached.contains(event.clock().handoffId()))
                .map(ClockBreached::leadId)
                .collect(Collectors.toSet());
        return expire(tx, leadIds, Optional.of(breached), inForce, batch);
    }

    /** @param breached hand-offs that the tracker calls overdue; empty: those noted so before */
    Uni<Void> expire(
            Mutiny.StatelessSession tx,
            Set<UUID> leadIds,
            Optional<Set<UUID>> breached,
            InForce inForce,
            TraceSource cause) {
        if (leadIds.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return directory
                .lock(tx, leadIds)
                .chain(leads -> handoffs.last(tx, leadIds)
                        .chain(last -> handoffs.now(tx).chain(now -> {
                            List<LockedHandoff> overdue = last.values().stream()
                                    .filter(handoff -> handoff.status() instanceof Offered)
                                    .filter(handoff -> breached.map(ids -> ids.contains(handoff.handoffId()))
                                            .orElseGet(handoff::isBreached))
                                    .toList();
                            return apply(tx, overdue, leads, now, inForce, cause);
                        })));
    }

    private Uni<Void> apply(
            Mutiny.StatelessSession tx,
            List<LockedHandoff> overdue,
            Map<UUID, LockedLead> leads,
            Instant now,
            InForce inForce,
            TraceSource cause) {
        List<Event> events = new ArrayList<>();
        List<ToRoute> toRoute = new ArrayList<>();
        for (LockedHandoff handoff : overdue) {
            handoff.breached();
            if (HandoffRules.expire(handoff.status(), now) instanceof Changed changed) {
                LockedLead lead = leads.get(handoff.leadId());
                handoff.become(changed.next());
                events.add(HandoffEvents.expired(lead, handoff, now));
                toRoute.add(RouteLeads.toRoute(lead, Optional.of(handoff), false));
            }
        }
        return handoffs.update(tx, overdue)
                .chain(() -> router.route(tx, toRoute, inForce))
                .invoke(events::addAll)
                .call(() -> directory.save(tx, leads.values()))
                .chain(() -> outbox.append(tx, events, cause))
                .chain(() -> toRoute.isEmpty() ? Uni.createFrom().voidItem() : availability.changed(tx));
    }
}
