package io.leadloop.agreement;

import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What a lead did, as far as conditions may ask: how often, and how often within a time before the moment that is judged.
 *
 * @param timesByType when it did what
 * @param at the moment that is judged; what is later (clocks differ) counts as just done
 */
public record ActivityCounts(Map<String, List<Instant>> timesByType, Instant at) {

    static final ActivityCounts NONE = new ActivityCounts(Map.of(), Instant.EPOCH);

    private static final Map<String, Optional<Duration>> WINDOWS = new ConcurrentHashMap<>();

    long count(String type) {
        return timesByType.getOrDefault(type, List.of()).size();
    }

    /** An activity counts while it is younger than {@code within}. */
    long count(String type, String within) {
        Duration window = window(within).orElse(Duration.ZERO);
        return timesByType.getOrDefault(type, List.of()).stream()
                .filter(time -> time.plus(window).isAfter(at))
                .count();
    }

    /** The time that a condition names, empty if it is none. */
    static Optional<Duration> window(String text) {
        return WINDOWS.computeIfAbsent(text, ActivityCounts::parse);
    }

    private static Optional<Duration> parse(String text) {
        try {
            Duration parsed = Duration.parse(text);
            boolean sensible = parsed.isPositive() && parsed.toDays() <= 36_500;
            return sensible ? Optional.of(parsed) : Optional.empty();
        } catch (DateTimeParseException noDuration) {
            return Optional.empty();
        }
    }
}
