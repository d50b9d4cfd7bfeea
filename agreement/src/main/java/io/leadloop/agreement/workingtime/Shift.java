package io.leadloop.agreement.workingtime;

import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A stretch of a day's hours, in minutes after that day's midnight. One that ends before it begins runs over midnight; it belongs
 * to the day it begins on, so a night shift of the eve of a holiday is worked to its end.
 *
 * @param from 0 to 1439
 * @param to after {@code from}; above 1440 on the next day
 */
public record Shift(int from, int to) implements Comparable<Shift> {
    static final int DAY = 24 * 60;
    private static final Pattern FORM =
            Pattern.compile("([01][0-9]|2[0-3]):([0-5][0-9])-(?:([01][0-9]|2[0-3]):([0-5][0-9])|24:00)");

    public Shift {
        if (from < 0 || from >= DAY || to <= from || to - from > DAY) {
            throw new IllegalArgumentException("No shift: minute " + from + " to " + to);
        }
    }

    /** Reads {@code 09:00-17:30}, {@code 22:00-06:00}, {@code 00:00-24:00}; empty when it is none, or takes no time. */
    public static Optional<Shift> read(String text) {
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            return Optional.empty();
        }
        int from = minute(form.group(1), form.group(2));
        int to = form.group(3) == null ? DAY : minute(form.group(3), form.group(4));
        return to == from ? Optional.empty() : Optional.of(new Shift(from, to < from ? to + DAY : to));
    }

    private static int minute(String hours, String minutes) {
        return Integer.parseInt(hours) * 60 + Integer.parseInt(minutes);
    }

    public boolean overlaps(Shift other) {
        return from < other.to && other.from < to;
    }

    @Override
    public int compareTo(Shift other) {
        return Comparator.comparingInt(Shift::from).thenComparingInt(Shift::to).compare(this, other);
    }
}
