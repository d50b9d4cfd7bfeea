package io.leadloop.intake.status;

import io.leadloop.events.ClosedLoopEvent;
import io.leadloop.events.ClosedLoopEvent.LeadLost;
import io.leadloop.events.ClosedLoopEvent.LeadRecycled;
import io.leadloop.events.ClosedLoopEvent.LeadReturned;
import io.leadloop.events.ClosedLoopEvent.LeadWon;
import io.leadloop.messaging.Batch;
import io.leadloop.messaging.BatchHandler;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;

/** Sets the leads' status; an event that is not newer than the one that set it changes nothing. */
@ApplicationScoped
class UpdateStatus implements BatchHandler {
    private static final String UPDATE = """
            update lead l set status = s.status, status_at = s.at, status_version = s.version
            from unnest(cast(?1 as uuid[]), cast(?2 as text[]), cast(cast(?3 as text[]) as timestamptz[]),
                cast(?4 as bigint[])) s (lead_id, status, at, version)
            where l.lead_id = s.lead_id and l.status_version < s.version""";

    @Override
    public Uni<Void> handle(Mutiny.StatelessSession tx, Batch batch) {
        Map<UUID, ClosedLoopEvent> newest = new TreeMap<>();
        batch.of(ClosedLoopEvent.class)
                .forEach(event -> newest.merge(
                        event.leadId(), event, (one, other) -> one.leadVersion() > other.leadVersion() ? one : other));
        return newest.isEmpty() ? Uni.createFrom().voidItem() : update(tx, newest.values());
    }

    private static Uni<Void> update(Mutiny.StatelessSession tx, Collection<ClosedLoopEvent> events) {
        return tx.createNativeQuery(UPDATE)
                .setParameter(1, events.stream().map(ClosedLoopEvent::leadId).toArray(UUID[]::new))
                .setParameter(2, events.stream().map(UpdateStatus::status).toArray(String[]::new))
                .setParameter(
                        3,
                        events.stream()
                                .map(event -> event.occurredAt().toString())
                                .toArray(String[]::new))
                .setParameter(
                        4, events.stream().map(ClosedLoopEvent::leadVersion).toArray(Long[]::new))
                .executeUpdate()
                .replaceWithVoid();
    }

    private static String status(ClosedLoopEvent event) {
        return switch (event) {
            case LeadWon won -> "won";
            case LeadLost lost -> "lost";
            case LeadRecycled recycled -> "recycled";
            case LeadReturned returned -> "returned";
        };
    }
}
