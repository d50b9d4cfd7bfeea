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
    private static final int FEWEST = 5;
    static final Duration QUICK = Duration.ofMillis(250);
    static final Duration SLOW = Duration.ofSeconds(1);

    private int now = FIRST;

    int now() {
        return now;
    }

    void took(int records, Duration time) {
        if (time.compareTo(SLOW) >= 0) {
            now = Math.max(FEWEST, records / 2);
        } else if (time.compareTo(QUICK) <= 0 && records >= now) {
            now = Math.min(MOST, now * 2);
        }
    }
}
