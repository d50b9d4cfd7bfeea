package io.leadloop.messaging;

import io.leadloop.events.AgreementEvent;
import io.leadloop.events.DeadLetterEvent;
import io.leadloop.events.Event;
import io.leadloop.events.EventJson;
import io.leadloop.events.EventType;
import io.leadloop.events.LeadKeyed;
import io.leadloop.events.Topics;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
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
            case AgreementEvent agreement -> agreement.key();
            case DeadLetterEvent deadLetter -> deadLetter.key();
        };
    }
}
