package io.leadloop.sla.clock.rules;

import java.time.Instant;

/**
 * Where a clock stands. Only an open clock has a next time, and only an ended one an end, so neither can be forgotten
 * or invented.
 */
public sealed interface ClockStatus {

    /** Nothing was heard of this hand-off yet. */
    record NotStarted() implements ClockStatus {}

    /** Somebody still owes an answer. */
    sealed interface Open extends ClockStatus permits Running, Warned {
        Promise promise();

        /** When the timer must look at it next. */
        Instant nextAt();
    }

    record Running(Promise promise) implements Open {
        @Override
        public Instant nextAt() {
            return promise.nextAfter(0);
        }
    }

    /** @param share the latest that was warned of */
    record Warned(Promise promise, double share) implements Open {
        @Override
        public Instant nextAt() {
            return promise.nextAfter(share);
        }
    }

    /** Ended; only late news about what happened before the due time changes how. */
    sealed interface Ended extends ClockStatus permits Met, Breached, Cancelled {
        Promise promise();

        Instant endedAt();
    }

    record Met(Promise promise, Instant endedAt) implements Ended {}

    /** Broken at its due time, whenever that was noticed. */
    record Breached(Promise promise) implements Ended {
        @Override
        public Instant endedAt() {
            return promise.dueAt();
        }
    }

    record Cancelled(Promise promise, Instant endedAt) implements Ended {}
}
