package io.leadloop.reporting.report.rules;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Optional;

/**
 * The leads that a report counts: those captured in {@code [from, to)}. A date is the start of that day in the agreement's
 * zone, so that a lead on the border belongs to one period only. An absent end is open.
 */
public record Period(Optional<Instant> from, Optional<Instant> to) {
    public static final Period ALL_TIME = new Period(Optional.empty(), Optional.empty());

    /** A year of four digits at most, so that the database and every reader can take it. */
    private static final Instant EARLIEST = Instant.parse("0001-01-01T00:00:00Z");

    private static final Instant LATEST = Instant.parse("9999-12-31T00:00:00Z");

    /** Reads a date ({@code 2026-03-02}) or a time ({@code 2026-03-02T10:00:00Z}); empty if it is neither. */
    public static Optional<Instant> instant(String text, ZoneId zone) {
        try {
            Instant instant = text.contains("T")
                    ? OffsetDateTime.parse(text).toInstant()
                    : LocalDate.parse(text).atStartOfDay(zone).toInstant();
            return Optional.of(instant).filter(at -> !at.isBefore(EARLIEST) && !at.isAfter(LATEST));
        } catch (DateTimeException notATime) {
            return Optional.empty();
        }
    }

    /** Whether its end lies before its start. */
    public boolean isBackwards() {
        return from.isPresent() && to.isPresent() && to.get().isBefore(from.get());
    }

    public Instant start() {
        return from.orElse(EARLIEST);
    }

    public Instant end() {
        return to.orElse(LATEST);
    }
}
