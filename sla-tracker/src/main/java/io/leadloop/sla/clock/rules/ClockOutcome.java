package io.leadloop.sla.clock.rules;

import java.time.Duration;
import java.time.Instant;

/** What there is to tell about a clock. {@code at} is when it was so, not when it was noticed. */
public sealed interface ClockOutcome {

    Instant at();

    record Started(Instant at) implements ClockOutcome {}

    record Warned(Instant at, double share) implements ClockOutcome {}

    record Met(Instant at) implements ClockOutcome {}

    /** @param lateness from the due time until it was noticed */
    record Breached(Instant at, Duration lateness) implements ClockOutcome {}

    /** Breached or cancelled by mistake: the answer had been given in time. */
    record Corrected(Instant at) implements ClockOutcome {}

    record Cancelled(Instant at, CancelReason reason) implements ClockOutcome {}

    /** @param dueBefore when it was due until then */
    record Moved(Instant at, MoveReason reason, Instant dueBefore, String explanation) implements ClockOutcome {}

    /** @param rung from 1 */
    record Escalated(Instant at, String action, int rung) implements ClockOutcome {}

    enum CancelReason {
        /** The offer was taken back before anybody had broken the promise. */
        OFFER_ENDED_BEFORE_DUE,
        /** The hand-off got an outcome, or went to another rep. */
        HANDOFF_ENDED,
        /** Its score dropped, and Marketing has the lead back. */
        NO_LONGER_QUALIFIED,
        /** The agreement has this clock no more. */
        NO_LONGER_PROMISED
    }

    enum MoveReason {
        PAUSED,
        RESUMED,
        /** It, or a calendar of it, was changed. */
        AGREEMENT,
        /** Another rep has the hand-off. */
        REASSIGNED,
        /** What comes next was put off before its time came. */
        NEXT_STEP
    }
}
