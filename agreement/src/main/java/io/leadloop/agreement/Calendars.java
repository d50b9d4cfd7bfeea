package io.leadloop.agreement;

import io.leadloop.agreement.workingtime.WorkingCalendar;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The agreement's calendars, ready to count with. {@code always} is there without being written. */
public final class Calendars {
    public static final String ALWAYS = "always";

    private final Map<String, WorkingCalendar> byName = new LinkedHashMap<>();

    private Calendars() {
        byName.put(ALWAYS, WorkingCalendar.ALWAYS);
    }

    static Calendars of(List<CalendarRule> rules) {
        Calendars calendars = new Calendars();
        rules.forEach(rule -> calendars.byName.put(rule.name(), rule.calendar()));
        return calendars;
    }

    public Optional<WorkingCalendar> named(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    public List<String> names() {
        return List.copyOf(byName.keySet());
    }
}
