package io.leadloop.deploy.demo;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Collectors;

/** What has been done so far, for who watches. */
final class Tally {
    private static final List<String> ORDER =
            List.of("captured", "joined", "refused", "accepted", "rejected", "attempts", "won", "lost", "recycled");

    private final Map<String, LongAdder> counts = new ConcurrentHashMap<>();

    void count(String what) {
        counts.computeIfAbsent(what, first -> new LongAdder()).increment();
    }

    long of(String what) {
        LongAdder count = counts.get(what);
        return count == null ? 0 : count.sum();
    }

    @Override
    public String toString() {
        return ORDER.stream()
                .filter(counts::containsKey)
                .map(what -> what + " " + of(what))
                .collect(Collectors.joining(", "));
    }
}
