package io.leadloop.agreement.workingtime;

import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Days as people write them: {@code mon}, {@code mon-fri}; a range may go over the weekend, such as {@code sat-mon}. */
public final class Weekdays {
    private static final List<String> NAMES = List.of("mon", "tue", "wed", "thu", "fri", "sat", "sun");

    private Weekdays() {}

    /** Empty when it names no days. */
    public static Optional<List<DayOfWeek>> read(String text) {
        String[] ends = text.split("-", -1);
        int first = NAMES.indexOf(ends[0]);
        int last = NAMES.indexOf(ends[ends.length - 1]);
        return ends.length > 2 || first < 0 || last < 0 ? Optional.empty() : Optional.of(range(first, last));
    }

    public static String name(DayOfWeek day) {
        return NAMES.get(day.ordinal());
    }

    private static List<DayOfWeek> range(int first, int last) {
        List<DayOfWeek> days = new ArrayList<>();
        for (int day = first; day <= (last < first ? last + 7 : last); day++) {
            days.add(DayOfWeek.of(day % 7 + 1));
        }
        return days;
    }
}
