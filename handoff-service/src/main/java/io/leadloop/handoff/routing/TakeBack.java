package io.leadloop.handoff.routing;

import io.leadloop.events.Event;
import io.leadloop.handoff.directory.LockedLead;
import io.leadloop.handoff.offer.HandoffEvents;
import io.leadloop.handoff.offer.HandoffStore;
import io.leadloop.handoff.offer.LockedHandoff;
import io.leadloop.handoff.offer.rules.HandoffDecision.Changed;
import io.leadloop.handoff.offer.rules.HandoffRules;
import io.leadloop.handoff.reps.Availability;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * Takes back leads whose score dropped below the line, where the agreement wants it: offers that nobody has accepted, and leads that
 * wait for a rep. The rep's place is free again, and nobody else is offered the lead.
 */
@ApplicationScoped
class TakeBack {
    private static final String REASON = "score:dropped";

    private final HandoffStore handoffs;
    private final WaitingStore waiting;
    private final Availability availability;

    TakeBack(HandoffStore handoffs, WaitingStore waiting, Availability availability) {
        this.handoffs = handoffs;
        this.waiting = waiting;
        this.availability = availability;
    }

    Uni<List<Event>> of(Mutiny.StatelessSession tx, Map<UUID, LockedLead> dropped) {
        if (dropped.isEmpty()) {
            return Uni.createFrom().item(List.of());
        }
        return waiting.remove(tx, dropped.keySet())
                .chain(() -> handoffs.last(tx, dropped.keySet()))
                .chain(last -> handoffs.now(tx).chain(now -> take(tx, dropped, last.values(), now)));
    }

    private Uni<List<Event>> take(
            Mutiny.StatelessSession tx, Map<UUID, LockedLead> leads, Collection<LockedHandoff> last, Instant now) {
        List<Event> events = new ArrayList<>();
        List<LockedHandoff> taken = new ArrayList<>();
        for (LockedHandoff handoff : last) {
            if (HandoffRules.takeBack(handoff.status(), now) instanceof Changed changed) {
                handoff.become(changed.next());
                taken.add(handoff);
                events.add(HandoffEvents.withdrawn(leads.get(handoff.leadId()), handoff, now, REASON));
            }
        }
        return taken.isEmpty()
                ? Uni.createFrom().item(events)
                : handoffs.update(tx, taken)
                        .chain(() -> availability.changed(tx))
                        .replaceWith(events);
    }
}
