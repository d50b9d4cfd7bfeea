package io.leadloop.messaging;

import io.leadloop.events.Event;
import java.time.Instant;
import java.util.UUID;

/** What became of a Kafka record when it was read. */
sealed interface Decoded {

    /** An event that we understand. */
    record Understood(RawRecord record, UUID eventId, Event event, Instant recordedAt, Trace trace) implements Decoded {
        Received received() {
            return new Received(eventId, event, recordedAt, trace);
        }
    }

    /** An event of a type that we do not know: its producer is newer. Acknowledged and counted. */
    record Unknown(String type) implements Decoded {}

    /** A tombstone: the compacted topic forgets a lead. Nothing to do until erasure is built. */
    record Tombstone() implements Decoded {}

    /** Not one of our events. */
    record Unreadable(RawRecord record, String reason) implements Decoded {}
}
