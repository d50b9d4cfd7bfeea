package io.leadloop.scoring;

/**
 * How many leads are scored together: half as many each time when one fails, until it stands alone, and twice as many after each success.
 */
final class BatchSize {
    private final int most;
    private int now;

    BatchSize(int most) {
        this.most = most;
        this.now = most;
    }

    synchronized int now() {
        return now;
    }

    synchronized void succeeded() {
        now = Math.min(most, now * 2);
    }

    /** @param leads that failed together, more than one */
    synchronized void failed(int leads) {
        now = leads / 2;
    }
}
