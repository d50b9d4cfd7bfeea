package io.leadloop.sla.clock.rules;

import io.leadloop.sla.clock.rules.ClockOutcome.CancelReason;
import io.leadloop.sla.clock.rules.ClockOutcome.MoveReason;
import java.time.Instant;

/**
 * What a clock may hear. News carry the promise, because any of them may be the first to arrive: a compacted topic keeps only the
 * latest.
 */
public sealed interface ClockSignal {

    /** Something is owed from now on. */
    record Owed(Promise promise) implements ClockSignal {}

    /** What was owed was done. */
    record Answered(Promise promise, Instant at) implements ClockSignal {}

    /** It can no longer be done, or need not. */
    record Ended(Promise promise, Instant at, CancelReason reason) implements ClockSignal {}

    /** Time does not count from then on. */
    record Paused(Instant at) implements ClockSignal {}

    /** Something else is promised than before; a pause ends only by {@link MoveReason#RESUMED}. */
    record Moved(Promise promise, Instant at, MoveReason reason, String explanation) implements ClockSignal {}

    /** The timer looked. */
    record TimePassed() implements ClockSignal {}
}
