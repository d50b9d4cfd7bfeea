package io.leadloop.systemtests.clocks;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** From when to when at least one tracker was up. While none is nothing can be told; who comes up may tell before it says so. */
final class Uptime {
    /** What a tracker had sent before it was struck may be written a moment after. */
    private static final Duration LAST_WORDS = Duration.ofMillis(500);

    private final Set<String> up = new HashSet<>();
    private final List<Instant> begins = new ArrayList<>();
    private final List<Instant> ends = new ArrayList<>();

    synchronized void begins(String tracker, Instant at) {
        boolean first = up.isEmpty();
        if (up.add(tracker) && first) {
            begins.add(at);
        }
    }

    synchronized void ends(String tracker, Instant at) {
        if (up.remove(tracker) && up.isEmpty()) {
            ends.add(at);
        }
    }

    synchronized boolean isUp(String tracker) {
        return up.contains(tracker);
    }

    /** From the due time, or from the moment at which a tracker was up again to tell it. */
    synchronized Duration lateness(Instant due, Instant told) {
        for (int i = 0; i < begins.size(); i++) {
            boolean begun = !told.isBefore(begins.get(i));
            boolean over = i < ends.size() && told.isAfter(ends.get(i).plus(LAST_WORDS));
            if (begun && !over) {
                Instant since = begins.get(i).isAfter(due) ? begins.get(i) : due;
                return Duration.between(since, told);
            }
        }
        return Duration.ZERO;
    }
}
