package io.leadloop.messaging;

import io.leadloop.events.Event;
import java.time.Instant;
import java.util.UUID;

/** What became of a Kafka record when it was read. */
sealed interface Decoded {

    RawRecord record();

    /** An event that we understand. */
    record Understood(RawRecord record, UUID eventId, Event event, Instant recordedAt, Trace trace) implements Decoded {
        Received received() {
            return new Received(eventId, event, recordedAt, trace);
        }

        String describe() {
            return "%s %s (%s partition %d offset %d)"
                    .formatted(
                            event.getClass().getSimpleName(),
                            eventId,
                            record.topic(),
                            record.partition(),
                            record.offset());
        }

        /** Names the failure's type only: its message may quote the record. */
        String failedWith(Throwable failure) {
            return "applying " + event.getClass().getSimpleName() + " failed with "
                    + failure.getClass().getSimpleName() + "; see this service's log";
        }
    }

    /** An event of a name that we do not know: its producer is newer and tells more than we need. Acknowledged and counted. */
    record Unknown(RawRecord record) implements Decoded {}

    /** A tombstone: the compacted topic forgets a lead. Nothing to do until erasure is built. */
    record Tombstone(RawRecord record) implements Decoded {}

    /** Not one of our events, or a version of one that only an upgrade can read. */
    record Unreadable(RawRecord record, String reason) implements Decoded {}
}
