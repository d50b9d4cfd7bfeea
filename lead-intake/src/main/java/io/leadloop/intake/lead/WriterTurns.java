package io.leadloop.intake.lead;

import java.time.Duration;

/**
 * When the writers write. A lone post is written at once. After a transaction a writer rests as long as that one took, at most
 * {@value #LONGEST_REST_MILLIS} ms: where processors are scarce transactions take long, and what comes meanwhile shares the next
 * one. From {@value #MANY} waiting posts on nobody rests.
 *
 * <p>Not safe for several threads; the owner of the waiting posts guards both.
 */
final class WriterTurns {
    static final int MANY = 16;
    static final long LONGEST_REST_MILLIS = 20;

    private int idle;
    private int resting;

    WriterTurns(int writers) {
        idle = writers;
    }

    /** A post has come, and so many wait now. Returns whether a writer begins. */
    boolean begin(int waiting) {
        if (idle > 0) {
            idle--;
            return true;
        }
        return waiting >= MANY && restIsOver();
    }

    /** A transaction has ended, while so many wait. Returns how many milliseconds its writer rests; with 0 it goes on at once. */
    long rest(Duration took, int waiting) {
        long millis = Math.min(took.toMillis(), LONGEST_REST_MILLIS);
        if (millis == 0 || waiting >= MANY) {
            return 0;
        }
        resting++;
        return millis;
    }

    /** Returns whether a writer goes on; none does when the one that rested was needed before. */
    boolean restIsOver() {
        if (resting == 0) {
            return false;
        }
        resting--;
        return true;
    }

    /** A writer has found nothing to do. */
    void end() {
        idle++;
    }
}
