package io.leadloop.deploy.bench;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** When the next post is due, in nanoseconds as the system counts them. */
interface Schedule {
    /** There is none any more. */
    long NEVER = Long.MAX_VALUE;

    /** The time of the next post, {@code now} or in the future or the past, or {@link #NEVER}. */
    long next(long now);

    /** The next post is on its way. */
    void posted();

    /** As soon as a connection is free, for so long. */
    static Schedule closed(Duration length) {
        long end = System.nanoTime() + length.toNanos();
        return new Schedule() {
            @Override
            public long next(long now) {
                return now < end ? now : NEVER;
            }

            @Override
            public void posted() {}
        };
    }

    /** So many a second, each at a fixed time, whether or not those before were answered. */
    static Schedule open(double perSecond, Duration length) {
        long begin = System.nanoTime();
        long total = Math.round(perSecond * length.toMillis() / 1000.0);
        return new Schedule() {
            private long number;

            @Override
            public long next(long now) {
                return number < total ? begin + (long) (number / perSecond * TimeUnit.SECONDS.toNanos(1)) : NEVER;
            }

            @Override
            public void posted() {
                number++;
            }
        };
    }
}
