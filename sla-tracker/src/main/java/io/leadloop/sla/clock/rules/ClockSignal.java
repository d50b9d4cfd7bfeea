package io.leadloop.sla.clock.rules;

import java.time.Instant;

/**
 * What a clock may hear. News of the hand-off carry the promise, because any of them may be the first to arrive: a
 * compacted topic keeps only the latest.
 */
public sealed interface ClockSignal {

    /** The offer was made and is open. */
    record Offered(Promise promise) implements ClockSignal {}

    /** The rep accepted or rejected. */
    record Answered(Promise promise, Instant at) implements ClockSignal {}

    /** The offer ended without an answer. */
    record Expired(Promise promise, Instant at) implements ClockSignal {}

    /** The timer looked. */
    record TimePassed() implements ClockSignal {}
}
