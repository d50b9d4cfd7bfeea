package io.leadloop.events;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/** What sla-tracker says of promises to leads on {@code leadloop.sla}. Carries no personal data, only the leadId. */
public sealed interface SlaEvent extends LeadKeyed {

    int agreementVersion();

    Clock clock();

    record ClockStarted(UUID leadId, long leadVersion, Instant occurredAt, int agreementVersion, Clock clock)
            implements SlaEvent {}

    /** A share of the promised time is used up; {@code share} is 0–1. */
    record ClockWarned(
            UUID leadId, long leadVersion, Instant occurredAt, int agreementVersion, Clock clock, double share)
            implements SlaEvent {}

    record ClockMet(UUID leadId, long leadVersion, Instant occurredAt, int agreementVersion, Clock clock)
            implements SlaEvent {}

    /**
     * The promise was broken.
     *
     * @param lateness how long after {@code clock.dueAt} the tracker noticed; not how late the rep is
     */
    record ClockBreached(
            UUID leadId, long leadVersion, Instant occurredAt, int agreementVersion, Clock clock, Duration lateness)
            implements SlaEvent {}

    /** An answer from before the due time arrived after the breach: the clock was met after all. */
    record ClockCorrected(UUID leadId, long leadVersion, Instant occurredAt, int agreementVersion, Clock clock)
            implements SlaEvent {}

    /** The promise is no longer owed; {@code reason} says why. */
    record ClockCancelled(
            UUID leadId, long leadVersion, Instant occurredAt, int agreementVersion, Clock clock, String reason)
            implements SlaEvent {}

    /**
     * An open clock has another due time, or none while it is paused.
     *
     * @param reason paused, resumed, agreement, reassigned or next_step
     * @param dueBefore what {@code clock.dueAt} was
     * @param explanation in words, for people
     */
    record ClockMoved(
            UUID leadId,
            long leadVersion,
            Instant occurredAt,
            int agreementVersion,
            Clock clock,
            String reason,
            Instant dueBefore,
            String explanation)
            implements SlaEvent {}

    /** It is still broken, and the agreement's ladder goes on: {@code action} is remind, escalate or reassign. */
    record ClockEscalated(
            UUID leadId, long leadVersion, Instant occurredAt, int agreementVersion, Clock clock, String action)
            implements SlaEvent {}
}
