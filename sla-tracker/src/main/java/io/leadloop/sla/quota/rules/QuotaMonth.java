package io.leadloop.sla.quota.rules;

import io.leadloop.agreement.workingtime.WorkingCalendar;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.Optional;

/**
 * A month of the agreement's zone, and how much of its working time is used up. A month without any working time is paced evenly.
 *
 * <p>Months follow one another without gap or overlap: one begins where the last that was closed ended, also when the zone has
 * changed in between.
 *
 * @param until the first moment that is no longer in it
 */
public record QuotaMonth(YearMonth month, ZoneId zone, Instant from, Instant until, WorkingCalendar pace) {

    /** A month that is over and told. */
    public record Closed(YearMonth month, Instant until) {}

    public static QuotaMonth of(YearMonth month, ZoneId zone, WorkingCalendar calendar) {
        return between(month, zone, start(month, zone), calendar);
    }

    /** One that has begun already: it keeps its beginning whatever the zone is now. */
    public static QuotaMonth begun(YearMonth month, Instant from, ZoneId zone, WorkingCalendar calendar) {
        return between(month, zone, from, calendar);
    }

    /** The one that {@code now} belongs to. */
    public static QuotaMonth current(Instant now, ZoneId zone, WorkingCalendar calendar, Optional<Closed> lastClosed) {
        YearMonth here = YearMonth.from(now.atZone(zone));
        if (lastClosed.isEmpty()) {
            return of(here, zone, calendar);
        }
        YearMonth next = lastClosed.get().month().plusMonths(1);
        YearMonth month = here.isBefore(next) ? next : here;
        return month.equals(next)
                ? between(month, zone, lastClosed.get().until(), calendar)
                : of(month, zone, calendar);
    }

    public static Instant start(YearMonth month, ZoneId zone) {
        return month.atDay(1).atStartOfDay(zone).toInstant();
    }

    private static QuotaMonth between(YearMonth month, ZoneId zone, Instant from, WorkingCalendar calendar) {
        Instant until = start(month.plusMonths(1), zone);
        boolean worked = !calendar.between(from, until).isZero();
        return new QuotaMonth(month, zone, from, until, worked ? calendar : WorkingCalendar.ALWAYS);
    }

    /** Share of the working time that is used up, 0 to 1. */
    public double elapsed(Instant now) {
        if (!now.isAfter(from)) {
            return 0;
        }
        if (!now.isBefore(until)) {
            return 1;
        }
        return (double) micros(pace.between(from, now)) / micros(pace.between(from, until));
    }

    /** Days with working time that have begun. */
    public int workingDay(Instant now) {
        return workingDays(now.isBefore(until) ? now : until);
    }

    public int workingDays() {
        return workingDays(until);
    }

    /** The first midnight after {@code now}, or the end of the month. */
    public Instant nextLook(Instant now) {
        Instant midnight =
                LocalDate.ofInstant(now, zone).plusDays(1).atStartOfDay(zone).toInstant();
        return midnight.isBefore(until) ? midnight : until;
    }

    private int workingDays(Instant end) {
        int days = 0;
        LocalDate day = LocalDate.ofInstant(from, zone);
        for (Instant at = from; at.isBefore(end); at = day.atStartOfDay(zone).toInstant()) {
            day = day.plusDays(1);
            Instant next = day.atStartOfDay(zone).toInstant();
            if (!pace.between(at, next.isBefore(end) ? next : end).isZero()) {
                days++;
            }
        }
        return days;
    }

    private static long micros(Duration duration) {
        return duration.toNanos() / 1_000;
    }
}
