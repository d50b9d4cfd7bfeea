package io.leadloop.messaging;

import io.leadloop.events.Event;
import io.leadloop.events.EventJson;
import io.leadloop.events.EventType;
import io.leadloop.events.Topics;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.UUID;

/**
 * Reads a CloudEvent in binary mode. The reasons it gives carry no value from the record: they travel on the dead-letter
 * topic, where no personal data may be.
 */
final class Decoder {
    private Decoder() {}

    static Decoded decode(RawRecord record) {
        if (record.value() == null) {
            return Topics.carriesTombstones(record.topic()) && record.safeKey().isPresent()
                    ? new Decoded.Tombstone(record)
                    : new Decoded.Unreadable(record, "there is no value");
        }
        String type = record.header("ce_type");
        if (type == null) {
            return new Decoded.Unreadable(record, "header ce_type is missing");
        }
        Optional<UUID> eventId = record.eventId();
        if (eventId.isEmpty()) {
            return new Decoded.Unreadable(record, "header ce_id is missing or not a UUID");
        }
        return EventType.ofWireName(type)
                .map(known -> read(record, eventId.get(), known))
                .orElseGet(() -> unknown(record, type));
    }

    /** A new name is news that we may do without; a new version of a known name says what we need in words we do not know. */
    private static Decoded unknown(RawRecord record, String type) {
        return EventType.otherVersionOf(type)
                .<Decoded>map(known -> new Decoded.Unreadable(
                        record,
                        "another version of " + known.wireName()
                                + " than this service reads; redrive it after an upgrade"))
                .orElseGet(() -> new Decoded.Unknown(record));
    }

    private static Decoded read(RawRecord record, UUID eventId, EventType type) {
        try {
            Event event = EventJson.read(record.value(), type.recordClass());
            if (event == null) {
                return new Decoded.Unreadable(record, "the value is JSON null, expected " + type.wireName());
            }
            if (!keyMatches(record, event)) {
                return new Decoded.Unreadable(record, "the key is not the one of the event");
            }
            return new Decoded.Understood(
                    record, eventId, event, recordedAt(record, event), Trace.of(record.header("traceparent")));
        } catch (RuntimeException | StackOverflowError unreadable) {
            return new Decoded.Unreadable(record, "the value is not the JSON of " + type.wireName());
        }
    }

    private static boolean keyMatches(RawRecord record, Event event) {
        return record.key() != null && event.key().equals(new String(record.key(), StandardCharsets.UTF_8));
    }

    private static Instant recordedAt(RawRecord record, Event event) {
        try {
            String time = record.header("ce_time");
            return time == null
                    ? event.occurredAt()
                    : OffsetDateTime.parse(time).toInstant();
        } catch (DateTimeParseException unreadableTime) {
            return event.occurredAt();
        }
    }
}
