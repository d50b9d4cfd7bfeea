package io.leadloop.sla.quota;

import io.leadloop.events.Handoff;
import io.leadloop.events.HandoffEvent;
import io.leadloop.events.LeadEvent;
import io.leadloop.events.LifecycleStage;
import io.leadloop.events.Score;
import io.leadloop.events.ScoreEvent.LeadQualified;
import io.leadloop.events.StageReached;
import io.leadloop.messaging.Batch;
import io.leadloop.sla.clock.HandoffNews;
import io.leadloop.sla.quota.DeliveryStore.HandedOff;
import io.leadloop.sla.quota.DeliveryStore.Qualified;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * Remembers who qualified and what Sales made of it. Imported history counts in the month in which it qualified then; what a lead
 * that is imported was worth to Sales at that time nobody knows, so it has no grade, no persona and no rep.
 */
@ApplicationScoped
public class FollowDeliveries {
    private final DeliveryStore store;

    FollowDeliveries(DeliveryStore store) {
        this.store = store;
    }

    public Uni<Void> handle(Mutiny.StatelessSession tx, Batch batch) {
        return scores(tx, batch).chain(() -> handoffs(tx, batch)).chain(() -> imports(tx, batch));
    }

    private Uni<Void> scores(Mutiny.StatelessSession tx, Batch batch) {
        return store.qualified(
                tx,
                batch.of(LeadQualified.class).stream()
                        .filter(event -> !event.brief().historical())
                        .map(FollowDeliveries::qualified)
                        .toList());
    }

    private static Qualified qualified(LeadQualified event) {
        Score score = event.brief().score();
        return new Qualified(event.leadId(), event.occurredAt(), score.grade(), score.persona());
    }

    private Uni<Void> handoffs(Mutiny.StatelessSession tx, Batch batch) {
        Map<UUID, HandedOff> latest = new LinkedHashMap<>();
        for (HandoffEvent event : batch.of(HandoffEvent.class)) {
            HandoffNews.of(event)
                    .map(HandoffNews::handoff)
                    .ifPresent(handoff -> latest.put(handoff.handoffId(), handedOff(handoff, event.leadVersion())));
        }
        return store.handedOff(tx, latest.values());
    }

    private static HandedOff handedOff(Handoff handoff, long leadVersion) {
        return new HandedOff(
                handoff.handoffId(),
                handoff.leadId(),
                leadVersion,
                handoff.state().name().toLowerCase(Locale.ROOT),
                handoff.offeredAt(),
                handoff.acceptBy(),
                handoff.answeredAt(),
                handoff.rejectReason(),
                handoff.repId(),
                handoff.teamId(),
                handoff.attempts());
    }

    private Uni<Void> imports(Mutiny.StatelessSession tx, Batch batch) {
        return store.imported(
                tx,
                batch.of(LeadEvent.class).stream()
                        .filter(event -> event.lead().historical())
                        .flatMap(event ->
                                qualifiedAt(event).stream().map(at -> new Qualified(event.leadId(), at, null, null)))
                        .toList());
    }

    /** Who was an SQL had been an MQL. */
    private static Optional<Instant> qualifiedAt(LeadEvent event) {
        return Stream.of(LifecycleStage.MQL, LifecycleStage.SQL)
                .flatMap(stage -> event.lead().stages().stream().filter(reached -> reached.stage() == stage))
                .map(StageReached::at)
                .filter(at -> at != null)
                .min(Comparator.naturalOrder());
    }
}
