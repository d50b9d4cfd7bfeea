package io.leadloop.scoring.learned;

import io.leadloop.events.ClosedLoopEvent;
import io.leadloop.events.ClosedLoopEvent.LeadLost;
import io.leadloop.events.ClosedLoopEvent.LeadRecycled;
import io.leadloop.events.ClosedLoopEvent.LeadReturned;
import io.leadloop.events.ClosedLoopEvent.LeadWon;
import io.leadloop.events.LeadEvent;
import io.leadloop.messaging.Batch;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * Keeps what became of leads, and what imported history knew of its leads, in the transaction that scores them; and notes that
 * there is something new to learn from.
 */
@ApplicationScoped
public class GatherOutcomes {
    private final ExampleStore examples;
    private final LearningStore learning;
    private final LearningSettings settings;

    GatherOutcomes(ExampleStore examples, LearningStore learning, LearningSettings settings) {
        this.examples = examples;
        this.learning = learning;
        this.settings = settings;
    }

    public Uni<Void> handle(Mutiny.StatelessSession tx, Batch batch) {
        Map<UUID, LeadEvent> history = new LinkedHashMap<>();
        batch.of(LeadEvent.class).stream()
                .filter(event -> event.lead().historical())
                .forEach(event -> history.putIfAbsent(event.leadId(), event));
        Map<UUID, ClosedLoopEvent> outcomes = new LinkedHashMap<>();
        batch.of(ClosedLoopEvent.class).stream()
                .filter(GatherOutcomes::counts)
                .forEach(event -> outcomes.merge(
                        event.leadId(), event, (one, other) -> other.leadVersion() > one.leadVersion() ? other : one));
        if (history.isEmpty() && outcomes.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return examples.addHistory(tx, history.values())
                .chain(() -> examples.addOutcomes(tx, outcomes.values()))
                // The row that all share is taken last, and let go with the commit.
                .chain(() -> learning.thereIsNews(tx, settings.quiet(), settings.atMost()));
    }

    private static boolean counts(ClosedLoopEvent event) {
        return switch (event) {
            case LeadWon won -> true;
            case LeadLost lost -> true;
            case LeadRecycled recycled -> true;
            case LeadReturned returned -> false; // the next rep is offered it
        };
    }
}
