package io.leadloop.systemtests.faults;

import io.leadloop.systemtests.world.Api;
import io.leadloop.systemtests.world.Api.Answer;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/** Calls at fixed moments whether or not earlier calls were answered, as the world outside does. */
final class Probe implements AutoCloseable {
    static final String CONTROL = "a call without a database";

    private final ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor();
    private final ConcurrentLinkedQueue<Call> calls = new ConcurrentLinkedQueue<>();

    /**
     * One call and what came of it.
     *
     * @param status 0 when no answer came
     * @param retryAfter whether the answer said when to come again
     */
    record Call(String what, long begunNanos, Duration took, int status, boolean retryAfter, String body) {
        @Override
        public String toString() {
            return "%s: %d after %s, %s".formatted(what, status, took, body);
        }

        boolean isControl() {
            return what.equals(CONTROL);
        }

        boolean begunAfter(long nanos) {
            return begunNanos - nanos > 0;
        }
    }

    /** Makes each of the calls every {@code pause} for as long as asked, and waits for the last answer. */
    static List<Call> during(Duration time, Duration pause, List<Calling> callings) {
        try (Probe probe = new Probe()) {
            long next = System.nanoTime();
            long end = next + time.toNanos();
            while (next < end) {
                callings.forEach(probe::call);
                next += pause.toNanos();
                TimeUnit.NANOSECONDS.sleep(Math.max(0, next - System.nanoTime()));
            }
            probe.close();
            return List.copyOf(probe.calls);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    record Calling(String what, Api api, Function<Api, Answer> call) {}

    private void call(Calling calling) {
        callers.execute(() -> calls.add(once(calling)));
    }

    static Call once(Calling calling) {
        long begun = System.nanoTime();
        try {
            Answer answer = calling.call().apply(calling.api());
            return new Call(
                    calling.what(),
                    begun,
                    Duration.ofNanos(System.nanoTime() - begun),
                    answer.status(),
                    answer.headers().firstValue("Retry-After").isPresent(),
                    answer.body());
        } catch (UncheckedIOException unanswered) {
            return new Call(
                    calling.what(),
                    begun,
                    Duration.ofNanos(System.nanoTime() - begun),
                    0,
                    false,
                    String.valueOf(unanswered.getMessage()));
        }
    }

    @Override
    public void close() {
        callers.close();
    }
}
