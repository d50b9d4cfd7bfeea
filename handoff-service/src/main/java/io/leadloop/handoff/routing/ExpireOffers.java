package io.leadloop.handoff.routing;

import io.leadloop.agreement.inforce.InForce;
import io.leadloop.events.Clock;
import io.leadloop.events.Event;
import io.leadloop.events.SlaEvent;
import io.leadloop.events.SlaEvent.ClockBreached;
import io.leadloop.events.SlaEvent.ClockEscalated;
import io.leadloop.events.SlaEvent.ClockMoved;
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
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * Ends offers that nobody answered, takes accepted leads back where a broken promise costs the rep the lead, and offers them to the
 * next. The tracker says that the time is over, but only this
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

    /** A promise was broken that costs the rep an accepted lead. */
    private record Broken(String clock, Instant at) {}

    /**
     * What the tracker says of hand-offs, by their ids.
     *
     * @param overdue offers whose time is over; empty: those noted so before
     * @param broken accepted ones to be taken back
     * @param acceptBy offers that have another time by which to be answered
     */
    private record Asked(Optional<Set<UUID>> overdue, Map<UUID, Broken> broken, Map<UUID, Instant> acceptBy) {
        boolean isOverdue(LockedHandoff handoff) {
            return overdue.map(ids -> ids.contains(handoff.handoffId())).orElseGet(handoff::isBreached);
        }
    }

    /** Of a batch of the tracker's events: promises that are broken and cost the rep the lead, and offers with another time. */
    Uni<Void> handle(Mutiny.StatelessSession tx, Batch batch, InForce inForce) {
        Set<UUID> leadIds = new HashSet<>();
        Set<UUID> overdue = new HashSet<>();
        Map<UUID, Broken> broken = new HashMap<>();
        Map<UUID, Instant> acceptBy = new HashMap<>();
        for (SlaEvent event : batch.of(SlaEvent.class)) {
            Clock clock = event.clock();
            if (clock.handoffId() == null) {
                continue;
            }
            boolean ofOffers = clock.clock().equals(Router.ACCEPTANCE);
            if (costsTheLead(event)) {
                leadIds.add(event.leadId());
                if (ofOffers) {
                    overdue.add(clock.handoffId());
                } else {
                    broken.put(clock.handoffId(), new Broken(clock.clock(), clock.dueAt()));
                }
            } else if (ofOffers && event instanceof ClockMoved) {
                leadIds.add(event.leadId());
                acceptBy.put(clock.handoffId(), clock.dueAt());
            }
        }
        return expire(tx, leadIds, new Asked(Optional.of(overdue), broken, acceptBy), inForce, batch);
    }

    private static boolean costsTheLead(SlaEvent event) {
        return switch (event) {
            case ClockBreached breached -> REASSIGN.equals(breached.clock().onBreach());
            case ClockEscalated escalated -> REASSIGN.equals(escalated.action());
            case SlaEvent.ClockStarted told -> false;
            case SlaEvent.ClockWarned told -> false;
            case SlaEvent.ClockMet told -> false;
            case SlaEvent.ClockCorrected told -> false;
            case SlaEvent.ClockCancelled told -> false;
            case ClockMoved told -> false;
        };
    }

    /** Offers of these leads that were called overdue before this database's clock agreed. */
    Uni<Void> expireNoted(Mutiny.StatelessSession tx, Set<UUID> leadIds, InForce inForce, TraceSource cause) {
        return expire(tx, leadIds, new Asked(Optional.empty(), Map.of(), Map.of()), inForce, cause);
    }

    private Uni<Void> expire(
            Mutiny.StatelessSession tx, Set<UUID> leadIds, Asked asked, InForce inForce, TraceSource cause) {
        if (leadIds.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return directory
                .lock(tx, leadIds)
                .chain(leads -> handoffs.last(tx, leadIds)
                        .chain(last -> handoffs.now(tx)
                                .chain(now -> apply(tx, asked, last.values(), leads, now, inForce, cause))));
    }

    private Uni<Void> apply(
            Mutiny.StatelessSession tx,
            Asked asked,
            Collection<LockedHandoff> last,
            Map<UUID, LockedLead> leads,
            Instant now,
            InForce inForce,
            TraceSource cause) {
        List<Event> events = new ArrayList<>();
        List<ToRoute> toRoute = new ArrayList<>();
        List<LockedHandoff> touched = new ArrayList<>();
        for (LockedHandoff handoff : last) {
            LockedLead lead = leads.get(handoff.leadId());
            Broken broken = asked.broken().get(handoff.handoffId());
            if (handoff.status() instanceof Offered) {
                Optional.ofNullable(asked.acceptBy().get(handoff.handoffId())).ifPresent(acceptBy -> {
                    handoff.acceptBy(acceptBy);
                    touched.add(handoff);
                });
                if (asked.isOverdue(handoff)) {
                    handoff.breached();
                    touched.add(handoff);
                    if (HandoffRules.expire(handoff.status(), now) instanceof Changed changed) {
                        handoff.become(changed.next());
                        events.add(HandoffEvents.expired(lead, handoff, now));
                        toRoute.add(RouteLeads.toRoute(lead, Optional.of(handoff), false));
                    }
                }
            } else if (broken != null
                    && HandoffRules.withdraw(
                                    handoff.status(), handoff.pauses(), handoff.lastAttemptAt(), broken.at(), now)
                            instanceof Changed changed) {
                handoff.become(changed.next());
                touched.add(handoff);
                events.add(HandoffEvents.withdrawn(lead, handoff, now, "clock:" + broken.clock()));
                toRoute.add(RouteLeads.toRoute(lead, Optional.of(handoff), false));
            }
        }
        return handoffs.update(tx, new LinkedHashSet<>(touched))
                .chain(() -> router.route(tx, toRoute, inForce))
                .invoke(events::addAll)
                .call(() -> directory.save(tx, leads.values()))
                .chain(() -> outbox.append(tx, events, cause))
                .chain(() -> toRoute.isEmpty() ? Uni.createFrom().voidItem() : availability.changed(tx));
    }
}
