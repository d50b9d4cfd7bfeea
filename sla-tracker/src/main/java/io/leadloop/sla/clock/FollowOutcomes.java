package io.leadloop.sla.clock;

import io.leadloop.agreement.ClockRule.Kind;
import io.leadloop.events.ClosedLoopEvent;
import io.leadloop.messaging.Batch;
import io.leadloop.sla.clock.rules.ClockOutcome.CancelReason;
import io.leadloop.sla.clock.rules.ClockSignal;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * With an outcome nothing is owed any more. Outcomes have a topic of their own, so the lead's row remembers one for clocks that are
 * heard of later. How an offer was answered is told by the
 * hand-off alone.
 */
@ApplicationScoped
class FollowOutcomes {
    private final ClockStore store;
    private final ClockMetrics metrics;

    FollowOutcomes(ClockStore store, ClockMetrics metrics) {
        this.store = store;
        this.metrics = metrics;
    }

    Uni<Void> handle(Mutiny.StatelessSession tx, Batch batch) {
        List<ClosedLoopEvent> outcomes = batch.of(ClosedLoopEvent.class).stream()
                .filter(event -> event.handoffId() != null && !(event instanceof ClosedLoopEvent.LeadReturned))
                .toList();
        if (outcomes.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        Set<UUID> leadIds = outcomes.stream().map(ClosedLoopEvent::leadId).collect(Collectors.toSet());
        Set<UUID> handoffIds = outcomes.stream().map(ClosedLoopEvent::handoffId).collect(Collectors.toSet());
        return store.lock(tx, leadIds)
                .chain(leads -> store.of(tx, handoffIds)
                        .chain(clocks -> store.now(tx).map(now -> {
                            ClockChanges changes = new ClockChanges(now);
                            ClockBook book = new ClockBook(clocks);
                            Map<UUID, LeadRow> byId =
                                    leads.stream().collect(Collectors.toMap(lead -> lead.leadId, Function.identity()));
                            outcomes.forEach(event -> end(event, byId.get(event.leadId()), book, changes));
                            return changes;
                        })))
                .chain(changes -> store.save(tx, changes, batch).invoke(() -> metrics.told(changes.events())));
    }

    private static void end(ClosedLoopEvent event, LeadRow lead, ClockBook book, ClockChanges changes) {
        lead.closedHandoff = event.handoffId();
        lead.closedAt = event.occurredAt();
        if (event.handoffId().equals(lead.openHandoff)) {
            lead.openHandoff = null;
        }
        changes.keep(lead);
        for (ClockRow row : book.of(event.handoffId())) {
            if (!row.kind.equals(Kind.ACCEPTANCE.name())) {
                changes.hear(
                        row,
                        lead,
                        new ClockSignal.Ended(row.promise(), event.occurredAt(), CancelReason.HANDOFF_ENDED));
            }
        }
    }
}
