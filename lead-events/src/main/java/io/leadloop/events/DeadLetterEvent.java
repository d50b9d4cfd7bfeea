package io.leadloop.events;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import java.util.UUID;

/** What a consumer says on {@code leadloop.<service>.dead-letters}. No personal data: the bytes stay in its database. */
public sealed interface DeadLetterEvent extends Event {

    /**
     * A record could not be used and was put aside.
     *
     * @param service the consumer
     * @param recordKey the record's key where it is a UUID or a number, else {@code null}
     * @param eventId the record's {@code ce_id} where it had a valid one, else {@code null}
     * @param reason why, without values from the record
     */
    record RecordDeadLettered(
            UUID deadLetterId,
            Instant occurredAt,
            String service,
            String topic,
            int partition,
            long offset,
            String recordKey,
            UUID eventId,
            String reason)
            implements DeadLetterEvent {
        @Override
        @JsonIgnore
        public String key() {
            return deadLetterId.toString();
        }
    }
}
