package io.leadloop.deploy.bench;

import java.time.Duration;
import java.util.Arrays;
import java.util.Collection;
import java.util.Locale;

/** Exact percentiles of measured times: every single one is kept. */
record Latencies(long[] sortedNanos) {

    static Latencies ofNanos(long[] nanos) {
        long[] sorted = nanos.clone();
        Arrays.sort(sorted);
        return new Latencies(sorted);
    }

    static Latencies of(Collection<Duration> durations) {
        return ofNanos(durations.stream().mapToLong(Duration::toNanos).toArray());
    }

    int count() {
        return sortedNanos.length;
    }

    /** The smallest time that {@code share} of all do not exceed (nearest rank), in milliseconds. */
    double millis(double share) {
        if (sortedNanos.length == 0) {
            throw new IllegalStateException("Nothing was measured");
        }
        int rank = (int) Math.ceil(share * sortedNanos.length);
        return sortedNanos[Math.max(rank, 1) - 1] / 1e6;
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT, "p50 %s ms, p99 %s ms, max %s ms", text(millis(0.5)), text(millis(0.99)), text(millis(1)));
    }

    private static String text(double millis) {
        return String.format(Locale.ROOT, millis < 100 ? "%.1f" : "%,.0f", millis);
    }
}
