package io.leadloop.systemtests.clocks;

import io.leadloop.systemtests.world.Eventually;
import java.time.Duration;
import org.assertj.core.api.Assertions;

/** Changes leads while their clocks come due, as other work does. No change may get lost, neither its own nor a tracker's. */
final class Neighbour {
    private static final Duration ENDS_WITHIN = Duration.ofSeconds(10);

    private final Thread thread;
    private volatile boolean ended;
    private volatile long changes;

    private Neighbour(ClockTable table) {
        thread = Thread.ofPlatform().name("neighbour").start(() -> disturb(table));
    }

    static Neighbour of(ClockTable table) {
        return new Neighbour(table);
    }

    private void disturb(ClockTable table) {
        long done = 0;
        while (!ended) {
            done += table.disturb();
            changes = done;
            try {
                Thread.sleep(20);
            } catch (InterruptedException stopped) {
                return;
            }
        }
    }

    /** @return how many leads it changed */
    long stop() {
        ended = true;
        Eventually.within(
                ENDS_WITHIN,
                () -> Assertions.assertThat(thread.isAlive())
                        .as("the neighbour lives")
                        .isFalse());
        return changes;
    }
}
