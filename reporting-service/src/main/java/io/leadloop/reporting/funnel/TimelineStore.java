package io.leadloop.reporting.funnel;

import io.leadloop.events.EventJson;
import io.leadloop.events.EventType;
import io.leadloop.events.LeadKeyed;
import io.leadloop.messaging.Received;
import io.leadloop.reporting.timeline.rules.TimelineEntry;
import io.leadloop.reporting.timeline.rules.TimelineRules;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;

/** Adds entries to leads' timelines, a batch in one statement, and remembers how fresh each topic is. */
@ApplicationScoped
class TimelineStore {

    /** One JSON parameter carries all rows: the driver takes no arrays of times. */
    private static final String ADD = """
            insert into timeline_entry (lead_id, event_id, at, kind, text, facts)
            select * from json_to_recordset(cast(?1 as json))
                as entry("leadId" uuid, "eventId" uuid, at timestamptz, kind text, text text, facts text)
            on conflict do nothing""";

    /** The last statement of a transaction: batches of one topic meet in this row and should not wait long. */
    private static final String FRESH = """
            insert into topic_freshness (topic, recorded_at) values (?1, ?2)
            on conflict (topic) do update set recorded_at = excluded.recorded_at
            where excluded.recorded_at > topic_freshness.recorded_at""";

    private record EntryRow(UUID leadId, UUID eventId, Instant at, String kind, String text, String facts) {}

    Uni<Void> add(Mutiny.StatelessSession tx, List<Received> events) {
        List<EntryRow> rows = events.stream().map(TimelineStore::row).toList();
        return rows.isEmpty()
                ? Uni.createFrom().voidItem()
                : tx.createNativeQuery(ADD)
                        .setParameter(1, EventJson.write(rows))
                        .executeUpdate()
                        .replaceWithVoid();
    }

    private static EntryRow row(Received received) {
        LeadKeyed event = (LeadKeyed) received.event();
        TimelineEntry entry = TimelineRules.entry(event);
        return new EntryRow(
                event.leadId(),
                received.eventId(),
                entry.at(),
                entry.kind(),
                entry.text(),
                EventJson.write(entry.facts()));
    }

    /** A batch is of one topic. */
    Uni<Void> fresh(Mutiny.StatelessSession tx, List<Received> events) {
        Optional<Instant> newest = events.stream().map(Received::recordedAt).max(Instant::compareTo);
        Optional<String> topic = events.stream()
                .findFirst()
                .flatMap(received -> EventType.of(received.event()).topic());
        return newest.isEmpty() || topic.isEmpty()
                ? Uni.createFrom().voidItem()
                : tx.createNativeQuery(FRESH)
                        .setParameter(1, topic.get())
                        .setParameter(2, newest.get())
                        .executeUpdate()
                        .replaceWithVoid();
    }
}
