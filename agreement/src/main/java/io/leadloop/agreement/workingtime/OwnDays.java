package io.leadloop.agreement.workingtime;

import java.time.LocalDate;
import java.time.MonthDay;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Days that a company gives hours of their own: none for a day off, fewer for a half day, any on a public holiday that is worked.
 *
 * @param dates of one year
 * @param yearly of every year; a date of one year wins
 */
public record OwnDays(Map<LocalDate, List<Shift>> dates, Map<MonthDay, List<Shift>> yearly) {
    public static final OwnDays NONE = new OwnDays(Map.of(), Map.of());

    public OwnDays {
        dates = Map.copyOf(dates);
        yearly = Map.copyOf(yearly);
    }

    Optional<List<Shift>> on(LocalDate date) {
        return Optional.ofNullable(dates.get(date)).or(() -> Optional.ofNullable(yearly.get(MonthDay.from(date))));
    }

    boolean isEmpty() {
        return dates.isEmpty() && yearly.isEmpty();
    }
}
