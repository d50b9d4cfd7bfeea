package io.leadloop.sla.clock.rules;

import java.time.Instant;
import java.util.Optional;

/**
 * Where a clock stands. Only an open clock has a next warning, and only an ended one an end, so neither can be forgotten or invented.
 */
public sealed interface ClockStatus {

    /** When the timer must look at it next; empty when time alone changes nothing. */
    Optional<Instant> nextAt();

    /** Nothing was heard of it yet. */
    record NotStarted() implements ClockStatus {
        @Override
        public Optional<Instant> nextAt() {
            return Optional.empty();
        }
    }

    /** Somebody still owes something. */
    sealed interface Open extends ClockStatus permits Running, Warned, Paused {
        Promise promise();

        /** The latest share that was warned of, or 0. */
        double share();
    }

    record Running(Promise promise) implements Open {
        @Override
        public double share() {
            return 0;
        }

        @Override
        public Optional<Instant> nextAt() {
            return Optional.of(promise.nextAfter(0));
        }
    }

    /** @param share the latest that was warned of */
    record Warned(Promise promise, double share) implements Open {
        @Override
        public Optional<Instant> nextAt() {
            return Optional.of(promise.nextAfter(share));
        }
    }

    /** @param promise as it was when time stopped counting */
    record Paused(Promise promise, Instant since, double share) implements Open {
        @Override
        public Optional<Instant> nextAt() {
            return Optional.empty();
        }
    }

    /** Ended; only late news about what happened before the due time changes how. */
    sealed interface Ended extends ClockStatus permits Met, Breached, Cancelled {
        Promise promise();

        Instant endedAt();

        @Override
        default Optional<Instant> nextAt() {
            return Optional.empty();
        }
    }

    record Met(Promise promise, Instant endedAt) implements Ended {}

    /**
     * Broken at its due time, whenever that was noticed.
     *
     * @param rungs of the ladder that were taken, or need not be taken any more
     */
    record Breached(Promise promise, int rungs) implements Ended {
        @Override
        public Instant endedAt() {
            return promise.dueAt();
        }

        @Override
        public Optional<Instant> nextAt() {
            return promise.ladder().stream().skip(rungs).map(Promise.Rung::at).findFirst();
        }
    }

    record Cancelled(Promise promise, Instant endedAt) implements Ended {}
}
