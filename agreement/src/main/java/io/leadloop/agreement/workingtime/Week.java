package io.leadloop.agreement.workingtime;

import java.time.DayOfWeek;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** The hours of each day of the week; a day that is not named has none. */
public record Week(Map<DayOfWeek, List<Shift>> days) {
    public static final Week AROUND_THE_CLOCK = everyDay(List.of(new Shift(0, Shift.DAY)));

    public Week {
        Map<DayOfWeek, List<Shift>> sorted = new EnumMap<>(DayOfWeek.class);
        days.forEach((day, shifts) -> sorted.put(day, shifts.stream().sorted().toList()));
        days = Map.copyOf(sorted);
    }

    static Week everyDay(List<Shift> shifts) {
        Map<DayOfWeek, List<Shift>> days = new EnumMap<>(DayOfWeek.class);
        for (DayOfWeek day : DayOfWeek.values()) {
            days.put(day, shifts);
        }
        return new Week(days);
    }

    List<Shift> on(DayOfWeek day) {
        return days.getOrDefault(day, List.of());
    }

    public boolean isEmpty() {
        return days.values().stream().allMatch(List::isEmpty);
    }
}
