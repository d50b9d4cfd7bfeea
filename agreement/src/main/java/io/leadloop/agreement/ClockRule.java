package io.leadloop.agreement;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * A promise to a lead: from one moment of its life to another within a time.
 *
 * @param within the time that is promised, in the calendar's working time
 * @param calendar whose hours count; {@code always} counts around the clock
 * @param warnAt shares of the time after which to warn, between 0 and 1
 * @param onBreach what happens when it is broken; {@code reassign}: the lead goes to the next rep
 */
public record ClockRule(
        String name, String from, String to, Duration within, String calendar, List<Double> warnAt, String onBreach) {

    public ClockRule {
        calendar = calendar == null ? "always" : calendar;
        warnAt = AgreementDocument.listOrEmpty(warnAt).stream().sorted().toList();
    }

    /** When a clock that starts now has to end. */
    public Instant dueAt(Instant startedAt) {
        return startedAt.plus(within);
    }

    /** When to warn, earliest first; rounded up to the microsecond that a database keeps, so never early. */
    public List<Instant> warningsAt(Instant startedAt) {
        return warnAt.stream().map(share -> startedAt.plus(part(share))).toList();
    }

    private Duration part(double share) {
        double micros = within.toNanos() / 1_000.0 * share;
        return Duration.ofNanos((long) Math.ceil(Math.round(micros * 1_000) / 1_000.0) * 1_000);
    }
}
