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
    private final Map<String, WorkingCalendar> ofReps = new LinkedHashMap<>();
    private final Map<String, WorkingCalendar> ofTeams = new LinkedHashMap<>();
    private final Map<String, WorkingCalendar> ofCountries = new LinkedHashMap<>();

    private Calendars() {
        byName.put(ALWAYS, WorkingCalendar.ALWAYS);
    }

    static Calendars of(List<CalendarRule> rules) {
        Calendars calendars = new Calendars();
        rules.forEach(calendars::keep);
        return calendars;
    }

    private void keep(CalendarRule rule) {
        WorkingCalendar calendar = rule.calendar();
        byName.put(rule.name(), rule.name().equals(ALWAYS) ? WorkingCalendar.ALWAYS : calendar);
        rule.of().reps().forEach(rep -> ofReps.putIfAbsent(rep, calendar));
        rule.of().teams().forEach(team -> ofTeams.putIfAbsent(team, calendar));
        rule.of().countries().forEach(country -> ofCountries.putIfAbsent(country, calendar));
    }

    public Optional<WorkingCalendar> named(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    public List<String> names() {
        return List.copyOf(byName.keySet());
    }

    WorkingCalendar of(ClockRule clock, Whose whose) {
        Optional<WorkingCalendar> own = switch (clock.calendarOf().orElse("")) {
            case "rep" -> whose.repId().map(ofReps::get);
            case "team" -> whose.teamId().map(ofTeams::get);
            case "lead" -> whose.country().map(ofCountries::get);
            default -> Optional.empty();
        };
        return own.or(() -> named(clock.calendar()))
                .orElseThrow(() -> new IllegalStateException("There is no calendar " + clock.calendar()));
    }
}
