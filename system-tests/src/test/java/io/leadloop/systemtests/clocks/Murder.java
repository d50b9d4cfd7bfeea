package io.leadloop.systemtests.clocks;

import java.time.Duration;
import java.util.List;
import java.util.Random;

/** Kills, freezes and restarts two trackers as a seed says, and once both at a time. Each is started again soon. */
final class Murder {
    private final List<Tracker> trackers;
    private final Random random;
    private int strokes;

    Murder(List<Tracker> trackers, long seed) {
        this.trackers = trackers;
        this.random = new Random(seed);
    }

    int strokes() {
        return strokes;
    }

    /** One stroke after the other for so long. */
    void goOnFor(Duration length) throws InterruptedException {
        long end = System.nanoTime() + length.toNanos();
        while (System.nanoTime() - end < 0) {
            strike(trackers.get(random.nextInt(trackers.size())));
            watch(Duration.ofMillis(200 + random.nextInt(2_300)));
        }
    }

    /** Nobody is there; then the first comes back, and the other when the first is up. */
    void outage(Duration length) throws InterruptedException {
        strokes++;
        for (Tracker tracker : trackers) {
            if (tracker.runs()) {
                tracker.end(false);
            }
        }
        Thread.sleep(length);
        for (Tracker tracker : trackers) {
            tracker.start();
            tracker.awaitUp();
        }
    }

    void reviveAll() {
        trackers.stream().filter(tracker -> !tracker.runs()).forEach(Tracker::start);
        trackers.forEach(Tracker::awaitUp);
    }

    private void strike(Tracker victim) throws InterruptedException {
        if (!victim.runs()) {
            victim.start();
            return;
        }
        strokes++;
        switch (random.nextInt(5)) {
            case 0, 1 -> victim.end(false);
            case 2 -> victim.end(true);
            default -> victim.freeze(Duration.ofMillis(300 + random.nextInt(4_000)));
        }
    }

    private void watch(Duration length) throws InterruptedException {
        long end = System.nanoTime() + length.toNanos();
        while (System.nanoTime() - end < 0) {
            trackers.forEach(Tracker::look);
            Thread.sleep(20);
        }
    }
}
