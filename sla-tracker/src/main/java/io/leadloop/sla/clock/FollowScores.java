package io.leadloop.sla.clock;

import io.leadloop.agreement.inforce.InForce;
import io.leadloop.events.OnDrop;
import io.leadloop.events.ScoreEvent;
import io.leadloop.events.ScoreEvent.LeadQualified;
import io.leadloop.events.ScoreEvent.LeadScored;
import io.leadloop.messaging.Batch;
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
 * Starts the clock of a lead that qualified and is to be offered to somebody, and ends it where Marketing has the lead back because
 * its score dropped. History is never announced as qualified.
 */
@ApplicationScoped
class FollowScores {
    private final ClockStore store;
    private final ClockMetrics metrics;

    FollowScores(ClockStore store, ClockMetrics metrics) {
        this.store = store;
        this.metrics = metrics;
    }

    Uni<Void> handle(Mutiny.StatelessSession tx, Batch batch, InForce agreement) {
        List<ScoreEvent> told = batch.of(ScoreEvent.class).stream()
                .filter(event -> event instanceof LeadQualified || isTakenBack(event))
                .filter(event -> !event.brief().historical())
                .toList();
        if (told.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        Set<UUID> leadIds = told.stream().map(ScoreEvent::leadId).collect(Collectors.toSet());
        return store.lock(tx, leadIds)
                .chain(leads -> store.of(tx, leadIds)
                        .chain(clocks -> store.now(tx).map(now -> {
                            ClockChanges changes = new ClockChanges(now);
                            ClockBook book = new ClockBook(clocks);
                            Map<UUID, LeadRow> byId =
                                    leads.stream().collect(Collectors.toMap(lead -> lead.leadId, Function.identity()));
                            told.forEach(event -> hear(event, byId.get(event.leadId()), agreement, book, changes));
                            return changes;
                        })))
                .chain(changes -> store.save(tx, changes, batch).invoke(() -> metrics.told(changes.events())));
    }

    private static boolean isTakenBack(ScoreEvent event) {
        return event instanceof LeadScored scored && scored.onDrop() == OnDrop.WITHDRAW;
    }

    private static void hear(ScoreEvent event, LeadRow lead, InForce agreement, ClockBook book, ClockChanges changes) {
        if (event instanceof LeadQualified) {
            String country = event.brief().profile() == null
                    ? null
                    : event.brief().profile().country();
            AssignmentClocks.qualified(lead, country, event.occurredAt(), agreement, book, changes);
        } else {
            AssignmentClocks.takenBack(lead, event.occurredAt(), book, changes);
        }
    }
}
