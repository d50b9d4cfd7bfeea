package io.leadloop.messaging.relay;

import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;

/**
 * Ids that were seen on Kafka and whose rows are not verified yet. Bounded: when there are too many, only those of a window of
 * rows are kept, and what lies behind the window must be read again.
 */
final class SeenIds {
    static final int LIMIT = 200_000;
    private static final long EVERYTHING = Long.MAX_VALUE;

    private final Set<UUID> ids = new HashSet<>();
    private long windowEnd = EVERYTHING;

    void add(UUID id) {
        ids.add(id);
    }

    boolean has(UUID id) {
        return ids.contains(id);
    }

    void remove(UUID id) {
        ids.remove(id);
    }

    boolean isFull() {
        return ids.size() >= LIMIT;
    }

    boolean isHalfEmpty() {
        return ids.size() < LIMIT / 2;
    }

    /** Keeps only the ids of these rows; nothing can be said of transactions from {@code end} on. */
    void narrowTo(Collection<UUID> window, long end) {
        ids.retainAll(window);
        windowEnd = Math.min(windowEnd, end);
    }

    /** Of rows of transactions before this one it is known whether they were seen. */
    long knownBefore() {
        return windowEnd;
    }

    boolean isComplete() {
        return windowEnd == EVERYTHING;
    }
}
