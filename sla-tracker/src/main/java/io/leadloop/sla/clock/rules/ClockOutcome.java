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

    enum CancelReason {
        /** The offer was taken back before anybody had broken the promise. */
        OFFER_ENDED_BEFORE_DUE
    }
}
