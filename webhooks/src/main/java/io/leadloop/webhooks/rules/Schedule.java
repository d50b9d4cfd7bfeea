package io.leadloop.webhooks.rules;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * The published schedule.
 *
 * @param pauses before each attempt; the first counts from the event, the others from the attempt before
 */
public record Schedule(List<Duration> pauses) {
    public Schedule {
        pauses = List.copyOf(pauses);
        if (pauses.isEmpty()) {
            throw new IllegalArgumentException("A schedule has at least one attempt");
        }
    }

    /** The pause after so many attempts; empty when that was the last. */
    public Optional<Duration> after(int attempts) {
        return attempts < pauses.size() ? Optional.of(pauses.get(attempts)) : Optional.empty();
    }
}
