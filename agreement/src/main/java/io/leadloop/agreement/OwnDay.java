package io.leadloop.agreement;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.MonthDay;

/** The name of a single day: a date, or month and day of every year. */
final class OwnDay {
    private static final String YEARLY = "[0-9]{2}-[0-9]{2}";

    private OwnDay() {}

    static boolean isYearly(String day) {
        return day.matches(YEARLY);
    }

    static MonthDay yearly(String day) {
        return MonthDay.parse("--" + day);
    }

    static boolean exists(String day) {
        try {
            Object read = isYearly(day) ? yearly(day) : LocalDate.parse(day);
            return read != null;
        } catch (DateTimeException no) {
            return false;
        }
    }
}
