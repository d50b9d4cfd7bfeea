package io.leadloop.sla.calendar;

import io.leadloop.agreement.CalendarRule;
import java.util.List;
import java.util.Map;

/** A calendar of the agreement in force, as it stands there. */
record CalendarView(
        String name,
        String zone,
        Map<String, List<String>> hours,
        String holidays,
        Map<String, List<String>> days,
        List<CalendarRule.OverrideRule> overrides,
        int agreementVersion) {

    static CalendarView of(CalendarRule rule, int agreementVersion) {
        return new CalendarView(
                rule.name(),
                rule.zone().getId(),
                rule.hours(),
                rule.holidays().orElse(null),
                rule.days(),
                rule.overrides(),
                agreementVersion);
    }
}
