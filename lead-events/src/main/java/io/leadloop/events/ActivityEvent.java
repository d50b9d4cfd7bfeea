package io.leadloop.events;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/** What lead-intake says on {@code leadloop.activities}. Carries no personal data, only the leadId. */
public sealed interface ActivityEvent extends LeadKeyed {

    /**
     * The lead did something.
     *
     * @param type {@code demo_request}, {@code page_view}, …: the agreement's rules name it
     * @param properties details without personal data, never {@code null}
     */
    record ActivityRecorded(
            UUID leadId,
            long leadVersion,
            Instant occurredAt,
            UUID activityId,
            String type,
            boolean historical,
            Map<String, String> properties)
            implements ActivityEvent {
        public ActivityRecorded {
            properties = properties == null ? Map.of() : Map.copyOf(properties);
        }
    }
}
