package io.leadloop.agreement;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * A promise to a lead: from one moment of its life to another within a time.
 *
 * @param to what ends it; empty for a count of attempts
 * @param within the time that is promised, in the calendar's working time; a day in it is 24 hours
 * @param calendar whose hours count; {@code always} counts around the clock
 * @param calendarOf {@code rep}, {@code team} or {@code lead}: whose calendar counts instead, where one is theirs
 * @param zoneOf {@code rep} or {@code agreement}: in whose zone the hours are read, else in the calendar's
 * @param count attempts that are owed
 * @param spacing time, around the clock, between two attempts that count
 * @param until the result of an attempt that ends the clock at once
 * @param warnAt shares of the time after which to warn, between 0 and 1
 * @param onBreach what happens when it is broken: {@code remind}, {@code escalate}, or {@code reassign}
 * @param ladder what else happens while it stays broken
 */
public record ClockRule(
        String name,
        String from,
        Optional<String> to,
        Duration within,
        String calendar,
        Optional<String> calendarOf,
        Optional<String> zoneOf,
        Integer count,
        Duration spacing,
        Optional<String> until,
        List<Double> warnAt,
        Optional<String> onBreach,
        List<Rung> ladder) {

    /** What is promised. */
    public enum Kind {
        ASSIGNMENT,
        ACCEPTANCE,
        ATTEMPTS,
        NEXT_STEP
    }

    /** @param after working time since the due time */
    public record Rung(Duration after, @JsonProperty("do") String action) {}

    public ClockRule {
        to = to == null ? Optional.empty() : to;
        calendar = calendar == null ? Calendars.ALWAYS : calendar;
        calendarOf = calendarOf == null ? Optional.empty() : calendarOf;
        zoneOf = zoneOf == null ? Optional.empty() : zoneOf;
        count = count == null ? 1 : count;
        spacing = spacing == null ? Duration.ZERO : spacing;
        until = until == null ? Optional.empty() : until;
        warnAt = AgreementDocument.listOrEmpty(warnAt).stream().sorted().toList();
        onBreach = onBreach == null ? Optional.empty() : onBreach;
        ladder = AgreementDocument.listOrEmpty(ladder);
    }

    public Kind kind() {
        return switch (from) {
            case "qualified" -> Kind.ASSIGNMENT;
            case "offered" -> Kind.ACCEPTANCE;
            default -> to.filter("next-step"::equals).isPresent() ? Kind.NEXT_STEP : Kind.ATTEMPTS;
        };
    }
}
