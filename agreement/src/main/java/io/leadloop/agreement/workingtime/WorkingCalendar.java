package io.leadloop.agreement.workingtime;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Which moments count. What a day's hours are is said by, first come first served: the company's own days, public holidays (none),
 * other hours for a while, the week. Overlapping shifts count once.
 *
 * @param zone in which the hours are read off the wall
 */
public record WorkingCalendar(ZoneId zone, Week week, List<OtherHours> otherHours, OwnDays ownDays, Holidays holidays) {

    /** How far a due time may lie away; whatever is promised beyond is a mistake. */
    public static final int HORIZON_YEARS = 20;

    public static final WorkingCalendar ALWAYS =
            new WorkingCalendar(ZoneOffset.UTC, Week.AROUND_THE_CLOCK, List.of(), OwnDays.NONE, Holidays.NONE);

    public WorkingCalendar {
        otherHours = List.copyOf(otherHours);
    }

    /** The same hours read off another wall. */
    public WorkingCalendar in(ZoneId other) {
        return new WorkingCalendar(other, week, otherHours, ownDays, holidays);
    }

    /**
     * When this much working time is used up after {@code from}: the end of a shift rather than the start of the next.
     *
     * @throws NoWorkingTime when that is not within {@link #HORIZON_YEARS}
     */
    public Instant add(Instant from, Duration workingTime) {
        if (workingTime.isNegative()) {
            throw new IllegalArgumentException("Working time to add is negative: " + workingTime);
        }
        if (workingTime.isZero() || isAlways()) {
            return from.plus(workingTime);
        }
        Walk walk = new Walk(from, horizon(from));
        Duration left = workingTime;
        for (Optional<WorkingInterval> next = walk.next(); next.isPresent(); next = walk.next()) {
            WorkingInterval interval = next.get();
            if (left.compareTo(interval.length()) <= 0) {
                return interval.from().plus(left);
            }
            left = left.minus(interval.length());
        }
        throw left.equals(workingTime)
                ? NoWorkingTime.after(day(from))
                : NoWorkingTime.lessThan(workingTime, day(from));
    }

    /** As {@link #add}, for promises that are signed already: one that never comes due is due at the horizon. */
    public Instant dueAfter(Instant from, Duration workingTime) {
        try {
            return add(from, workingTime);
        } catch (NoWorkingTime never) {
            return WallClock.at(horizon(from), 0, zone);
        }
    }

    /** Working time from one moment to another; negative when the other is earlier. */
    public Duration between(Instant from, Instant to) {
        if (to.isBefore(from)) {
            return between(to, from).negated();
        }
        if (isAlways()) {
            return Duration.between(from, to);
        }
        Walk walk = new Walk(from, day(to));
        Duration sum = Duration.ZERO;
        for (Optional<WorkingInterval> next = walk.next(); next.isPresent(); next = walk.next()) {
            WorkingInterval interval = next.get();
            if (!interval.from().isBefore(to)) {
                break;
            }
            sum = sum.plus(interval.to().isAfter(to) ? Duration.between(interval.from(), to) : interval.length());
        }
        return sum;
    }

    /**
     * The first working moment at or after {@code from}.
     *
     * @throws NoWorkingTime when there is none within {@link #HORIZON_YEARS}
     */
    public Instant next(Instant from) {
        return new Walk(from, horizon(from))
                .next()
                .map(WorkingInterval::from)
                .orElseThrow(() -> NoWorkingTime.after(day(from)));
    }

    /** The working intervals between two moments in their order; those that touch are one. */
    public List<WorkingInterval> intervals(Instant from, Instant to, int atMost) {
        List<WorkingInterval> intervals = new ArrayList<>();
        Walk walk = new Walk(from, day(to));
        for (Optional<WorkingInterval> next = walk.next(); next.isPresent(); next = walk.next()) {
            WorkingInterval interval = next.get();
            if (!interval.from().isBefore(to)) {
                break;
            }
            Instant end = interval.to().isAfter(to) ? to : interval.to();
            WorkingInterval last = intervals.isEmpty() ? null : intervals.getLast();
            if (last != null && last.to().equals(interval.from())) {
                intervals.set(intervals.size() - 1, new WorkingInterval(last.from(), end));
            } else if (intervals.size() == atMost) {
                break;
            } else {
                intervals.add(new WorkingInterval(interval.from(), end));
            }
        }
        return List.copyOf(intervals);
    }

    /** What is worked on that day. */
    List<Shift> on(LocalDate date) {
        return ownDays.on(date)
                .orElseGet(
                        () -> holidays.contains(date) ? List.of() : weekOf(date).on(date.getDayOfWeek()));
    }

    private Week weekOf(LocalDate date) {
        return otherHours.stream()
                .filter(other -> other.covers(date))
                .findFirst()
                .map(OtherHours::week)
                .orElse(week);
    }

    private boolean isAlways() {
        return week.equals(Week.AROUND_THE_CLOCK)
                && otherHours.isEmpty()
                && ownDays.isEmpty()
                && holidays == Holidays.NONE;
    }

    private LocalDate day(Instant moment) {
        return LocalDate.ofInstant(moment, zone);
    }

    private LocalDate horizon(Instant from) {
        return day(from).plusYears(HORIZON_YEARS);
    }

    /** Goes through the shifts of one day after the other, cutting off what was passed already. */
    private final class Walk {
        private final LocalDate lastDay;
        private LocalDate day;
        private List<Shift> shifts;
        private int index;
        private Instant passed;

        /** Starts a day early: a night shift may reach into the first. */
        Walk(Instant from, LocalDate lastDay) {
            this.lastDay = lastDay;
            this.passed = from;
            this.day = day(from).minusDays(1);
            this.shifts = on(day);
        }

        Optional<WorkingInterval> next() {
            while (!day.isAfter(lastDay)) {
                while (index < shifts.size()) {
                    Shift shift = shifts.get(index++);
                    Instant end = WallClock.at(day, shift.to(), zone);
                    Instant start = WallClock.at(day, shift.from(), zone);
                    Instant from = start.isAfter(passed) ? start : passed;
                    // A shift may lie wholly in the past, or in the hour that the wall clock skips.
                    if (end.isAfter(from)) {
                        passed = end;
                        return Optional.of(new WorkingInterval(from, end));
                    }
                }
                day = day.plusDays(1);
                shifts = on(day);
                index = 0;
            }
            return Optional.empty();
        }
    }
}
