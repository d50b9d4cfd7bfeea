package io.leadloop.messaging;

import java.time.Duration;

/**
 * How many records share a transaction: {@value #FIRST} at first, twice as many after each full one that was quick, half as many after
 * one that was slow. So a service that has just started, or gets little processor time, holds no locks for long, however much waits;
 * the database ends a transaction that stands still.
 *
 * <p>Not safe for several threads.
 */
final class TransactionSize {
    static final int FIRST = 50;
    static final int MOST = 800;
    /** What so few took says nothing of how many there should be. */
    static final int FEW = 25;
    /** Twice as many are not slow then. */
    static final Duration QUICK = Duration.ofMillis(500);

    static final Duration SLOW = Duration.ofSeconds(1);

    private int now = FIRST;

    int now() {
        return now;
    }

    void done(int records, Duration time) {
        if (isSlow(time) && records > FEW) {
            now = Math.max(FEW, records / 2);
        } else if (time.compareTo(QUICK) <= 0 && records >= now) {
            now = Math.min(MOST, now * 2);
        }
    }

    /** It has to be done again; when it was ended because it was slow, fewer must do, down to one. */
    void failed(int records, Duration time) {
        if (isSlow(time)) {
            now = Math.max(1, records / 2);
        }
    }

    private static boolean isSlow(Duration time) {
        return time.compareTo(SLOW) >= 0;
    }
}
