package io.leadloop.systemtests.world;

import java.time.Duration;
import java.util.function.Supplier;

/** Waits for something that the system will do, and fails by the assertion that describes it. */
public final class Eventually {
    private static final Duration PAUSE = Duration.ofMillis(100);

    private Eventually() {}

    /** Repeats {@code check} until it passes; after {@code limit} its last failure is the test's. */
    public static void within(Duration limit, Runnable check) {
        long deadline = System.nanoTime() + limit.toNanos();
        while (true) {
            try {
                check.run();
                return;
            } catch (AssertionError | java.io.UncheckedIOException notYet) {
                if (System.nanoTime() > deadline) {
                    throw notYet;
                }
                pause();
            }
        }
    }

    /** The first value that {@code check} gives without failing. */
    public static <T> T get(Duration limit, Supplier<T> check) {
        @SuppressWarnings("unchecked")
        T[] found = (T[]) new Object[1];
        within(limit, () -> found[0] = check.get());
        return found[0];
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }
}
