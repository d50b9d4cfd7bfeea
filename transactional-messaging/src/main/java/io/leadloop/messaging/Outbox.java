package io.leadloop.messaging;

import io.leadloop.events.AgreementEvent;
import io.leadloop.events.DeadLetterEvent;
import io.leadloop.events.Event;
import io.leadloop.events.EventJson;
import io.leadloop.events.EventType;
import io.leadloop.events.LeadKeyed;
import io.leadloop.events.QuotaEvent;
import io.leadloop.events.Topics;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * Says what happened, in the caller's own session: the events commit with the state they tell of, or not at all. Debezium
 * carries the rows to Kafka in the order of their commits.
 */
@ApplicationScoped
public class Outbox {
    /** Kafka refuses a record of 1 MiB, and one refused record would stop the relay for all. */
    static final int MAX_PAYLOAD_CHARS = 240_000;

    private static final String SAY = """
            insert into outbox (id, topic, key, type, source, subject, traceparent, payload)
            select e."id", e."topic", e."key", e."type", e."source", e."subject", e."traceparent", e."payload"
            from rows from (jsonb_to_recordset(cast(cast(%s as text) as jsonb)) as (
                     "about" uuid, "id" uuid, "topic" text, "key" text, "type" text, "source" text, "subject" text,
                     "traceparent" text, "payload" text)) with ordinality as e
            where e."about" in (%s)
            order by e.ordinality""";

    private final String service;

    public Outbox(@ConfigProperty(name = "quarkus.application.name") String service) {
        this.service = service;
    }

    /** @throws IllegalArgumentException if an event is too large to travel */
    public Uni<Void> append(Mutiny.StatelessSession tx, List<? extends Event> events, TraceSource cause) {
        if (events.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        Object[] rows = events.stream().map(event -> row(event, cause)).toArray();
        return tx.insertAll(rows.length, rows);
    }

    /**
     * Part of a statement of the caller's that finds out itself what happens, so that the statement alone is the transaction:
     * says, in their order, those prepared events that are about what did happen.
     *
     * @param prepared the parameter, for example {@code ?2}, with what {@link #prepare} gave
     * @param happened a query of ids
     */
    public static String say(String prepared, String happened) {
        return SAY.formatted(prepared, happened);
    }

    private record Prepared(
            UUID about,
            UUID id,
            String topic,
            String key,
            String type,
            String source,
            String subject,
            String traceparent,
            String payload) {}

    /**
     * Events for {@link #say}.
     *
     * @param about the id of what has to happen for the event to be said
     * @throws IllegalArgumentException if an event is too large to travel
     */
    public <E extends Event> String prepare(List<E> events, Function<E, UUID> about, TraceSource cause) {
        return EventJson.write(events.stream()
                .map(event -> prepared(about.apply(event), row(event, cause)))
                .toList());
    }

    private static Prepared prepared(UUID about, OutboxRow row) {
        return new Prepared(
                about, row.id, row.topic, row.key, row.type, row.source, row.subject, row.traceparent, row.payload);
    }

    private OutboxRow row(Event event, TraceSource cause) {
        EventType type = EventType.of(event);
        OutboxRow row = new OutboxRow();
        row.id = Ids.next();
        row.topic = type.topic().orElseGet(() -> Topics.deadLetters(service));
        row.key = event.key();
        row.type = type.wireName();
        row.source = "/" + service;
        row.subject = subject(event);
        row.traceparent = cause.traceFor(event).child().traceparent();
        row.payload = EventJson.write(event);
        if (row.payload.length() > MAX_PAYLOAD_CHARS) {
            throw new IllegalArgumentException(type.wireName() + " of " + row.payload.length()
                    + " characters is larger than the " + MAX_PAYLOAD_CHARS + " that can travel");
        }
        return row;
    }

    private static String subject(Event event) {
        return switch (event) {
            case LeadKeyed aboutLead -> aboutLead.leadId().toString();
            case QuotaEvent quota -> quota.key();
            case AgreementEvent agreement -> agreement.key();
            case DeadLetterEvent deadLetter -> deadLetter.key();
        };
    }
}
