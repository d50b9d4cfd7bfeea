package io.leadloop.agreement;

import java.time.Duration;
import java.util.List;

/**
 * A promise to a lead: from one moment of its life to another within a time.
 *
 * @param within the time that is promised, in the calendar's working time; a day in it is 24 hours
 * @param calendar whose hours count; {@code always} counts around the clock
 * @param warnAt shares of the time after which to warn, between 0 and 1
 * @param onBreach what happens when it is broken; {@code reassign}: the lead goes to the next rep
 */
public record ClockRule(
        String name, String from, String to, Duration within, String calendar, List<Double> warnAt, String onBreach) {

    public ClockRule {
        calendar = calendar == null ? Calendars.ALWAYS : calendar;
        warnAt = AgreementDocument.listOrEmpty(warnAt).stream().sorted().toList();
    }
}
