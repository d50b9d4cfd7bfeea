package io.leadloop.events;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** What lead-intake says on {@code leadloop.leads}: always the lead's whole state after the change. */
public sealed interface LeadEvent extends LeadKeyed {

    /** The state after the change. */
    LeadState lead();

    /**
     * What the lead did in the submission that this event tells of. Each is also told on {@code leadloop.activities}, under the same
     * id; here it saves who scores a lead the wait for the other topic.
     */
    List<Activity> activities();

    /** A lead that was not known before. */
    record LeadCaptured(UUID leadId, long leadVersion, Instant occurredAt, LeadState lead, List<Activity> activities)
            implements LeadEvent {
        public LeadCaptured {
            activities = activities == null ? List.of() : List.copyOf(activities);
        }
    }

    /** A further submission of a known lead changed its profile or added a touch. */
    record LeadUpdated(UUID leadId, long leadVersion, Instant occurredAt, LeadState lead, List<Activity> activities)
            implements LeadEvent {
        public LeadUpdated {
            activities = activities == null ? List.of() : List.copyOf(activities);
        }
    }

    /**
     * Something the lead did.
     *
     * @param type {@code demo_request}, {@code page_view}, …: the agreement's rules name it
     */
    record Activity(UUID activityId, String type, Instant occurredAt) {}

    /**
     * A lead as lead-intake knows it.
     *
     * @param externalId the lead's id in the system that it came from, or {@code null}
     * @param capturedAt when the lead was first captured; for imported history the time in the file
     * @param historical imported history: counts in reports, but wakes no rep and starts no clock
     * @param touches oldest first
     * @param stages stages that imported history had reached already, empty otherwise
     */
    record LeadState(
            String externalId,
            Instant capturedAt,
            boolean historical,
            Profile profile,
            List<Touch> touches,
            List<StageReached> stages) {
        public LeadState {
            touches = touches == null ? List.of() : List.copyOf(touches);
            stages = stages == null ? List.of() : List.copyOf(stages);
        }
    }
}
