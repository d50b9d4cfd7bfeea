package io.leadloop.agreement;

import io.leadloop.agreement.holidays.PublicHolidays;
import io.leadloop.agreement.workingtime.Holidays;
import io.leadloop.agreement.workingtime.OtherHours;
import io.leadloop.agreement.workingtime.OwnDays;
import io.leadloop.agreement.workingtime.Shift;
import io.leadloop.agreement.workingtime.Week;
import io.leadloop.agreement.workingtime.Weekdays;
import io.leadloop.agreement.workingtime.WorkingCalendar;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A calendar as its two sides wrote it.
 *
 * @param hours by days of the week, for example {@code mon-fri}, shifts such as {@code 09:00-12:30}
 * @param of whose calendar it is, for clocks that ask
 * @param holidays a country, perhaps with a region: on its public holidays nobody works
 * @param days own hours of single days, by {@code 2026-12-24} or, for every year, {@code 12-24}; none is a day off
 * @param overrides other hours for a while
 */
public record CalendarRule(
        String name,
        ZoneId zone,
        Map<String, List<String>> hours,
        Of of,
        Optional<String> holidays,
        Map<String, List<String>> days,
        List<OverrideRule> overrides) {

    public CalendarRule {
        hours = hours == null ? Map.of() : Map.copyOf(hours);
        of = of == null ? new Of(List.of(), List.of(), List.of()) : of;
        holidays = holidays == null ? Optional.empty() : holidays;
        days = days == null ? Map.of() : Map.copyOf(days);
        overrides = AgreementDocument.listOrEmpty(overrides);
    }

    /** @param countries of leads, ISO 3166 */
    public record Of(List<String> reps, List<String> teams, List<String> countries) {
        public Of {
            reps = AgreementDocument.listOrEmpty(reps);
            teams = AgreementDocument.listOrEmpty(teams);
            countries = AgreementDocument.listOrEmpty(countries);
        }
    }

    /** From one day to another, both included. */
    public record OverrideRule(LocalDate from, LocalDate to, Map<String, List<String>> hours) {
        public OverrideRule {
            hours = hours == null ? Map.of() : Map.copyOf(hours);
        }

        OtherHours otherHours() {
            return new OtherHours(from, to, week(hours));
        }
    }

    /** Of a rule that was checked. */
    WorkingCalendar calendar() {
        return new WorkingCalendar(
                zone,
                week(hours),
                overrides.stream().map(OverrideRule::otherHours).toList(),
                ownDays(),
                holidays.flatMap(PublicHolidays::of)
                        .<Holidays>map(known -> known)
                        .orElse(Holidays.NONE));
    }

    private OwnDays ownDays() {
        Map<LocalDate, List<Shift>> dates = new HashMap<>();
        Map<MonthDay, List<Shift>> yearly = new HashMap<>();
        days.forEach((day, shifts) -> {
            if (OwnDay.isYearly(day)) {
                yearly.put(OwnDay.yearly(day), shifts(shifts));
            } else {
                dates.put(LocalDate.parse(day), shifts(shifts));
            }
        });
        return new OwnDays(dates, yearly);
    }

    static Week week(Map<String, List<String>> hours) {
        Map<DayOfWeek, List<Shift>> days = new EnumMap<>(DayOfWeek.class);
        hours.forEach(
                (names, shifts) -> Weekdays.read(names).orElseThrow().forEach(day -> days.put(day, shifts(shifts))));
        return new Week(days);
    }

    private static List<Shift> shifts(List<String> texts) {
        return texts.stream()
                .map(text -> Shift.read(text).orElseThrow())
                .sorted()
                .toList();
    }
}
