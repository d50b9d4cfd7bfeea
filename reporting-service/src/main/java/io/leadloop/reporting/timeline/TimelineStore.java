package io.leadloop.reporting.timeline;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.leadloop.events.EventJson;
import io.leadloop.events.LeadKeyed;
import io.leadloop.http.Cursor;
import io.leadloop.http.Page;
import io.leadloop.http.PageRequest;
import io.leadloop.messaging.Received;
import io.leadloop.reporting.timeline.rules.TimelineEntry;
import io.leadloop.reporting.timeline.rules.TimelineRules;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.SortedMap;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;

/** Adds entries to leads' timelines, a batch in one statement, and reads one lead's, newest first. */
@ApplicationScoped
public class TimelineStore {
    private static final JsonMapper JSON = EventJson.mapper();

    /** One JSON parameter carries all rows: the driver takes no arrays of times, and writes a parameter of type json as a string. */
    private static final String ADD = """
            insert into timeline_entry (lead_id, event_id, at, kind, text, facts)
            select * from json_to_recordset(cast(cast(?1 as text) as json))
                as entry("leadId" uuid, "eventId" uuid, at timestamptz, kind text, text text, facts text)
            on conflict do nothing""";

    private static final String NEWEST = """
            from TimelineRow entry where entry.leadId = ?1
                and (entry.at < ?2 or entry.at = ?2 and entry.eventId < ?3)
            order by entry.at desc, entry.eventId desc""";

    private static final Cursor START =
            new Cursor(Instant.parse("9999-01-01T00:00:00Z"), "ffffffff-ffff-ffff-ffff-ffffffffffff");

    private record NewRow(UUID leadId, UUID eventId, Instant at, String kind, String text, String facts) {}

    public Uni<Void> add(Mutiny.StatelessSession tx, List<Received> leadEvents) {
        List<NewRow> rows = leadEvents.stream().map(TimelineStore::row).toList();
        return rows.isEmpty()
                ? Uni.createFrom().voidItem()
                : tx.createNativeQuery(ADD)
                        .setParameter(1, EventJson.write(rows))
                        .executeUpdate()
                        .replaceWithVoid();
    }

    private static NewRow row(Received received) {
        LeadKeyed event = (LeadKeyed) received.event();
        TimelineEntry entry = TimelineRules.entry(event);
        return new NewRow(
                event.leadId(),
                received.eventId(),
                entry.at(),
                entry.kind(),
                entry.text(),
                EventJson.write(entry.facts()));
    }

    public Uni<Page<TimelineItem>> newest(Mutiny.StatelessSession tx, UUID leadId, PageRequest page) {
        Cursor after = page.from().orElse(START);
        return tx.createQuery(NEWEST, TimelineRow.class)
                .setParameter(1, leadId)
                .setParameter(2, after.at())
                .setParameter(3, UUID.fromString(after.id()))
                .setMaxResults(page.limit() + 1)
                .getResultList()
                .map(rows -> Page.of(
                        rows,
                        page.limit(),
                        row -> new Cursor(row.at, row.eventId.toString()),
                        row -> new TimelineItem(row.eventId, row.at, row.kind, row.text, facts(row.facts))));
    }

    private static SortedMap<String, String> facts(String json) {
        try {
            return JSON.readValue(json, new TypeReference<SortedMap<String, String>>() {});
        } catch (JsonProcessingException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
