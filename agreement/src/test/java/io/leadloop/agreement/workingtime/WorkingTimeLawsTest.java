package io.leadloop.agreement.workingtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** What holds for every calendar: shifts over midnight and overlapping ones, days off, other hours, zones that jump either way. */
class WorkingTimeLawsTest {
    private static final LocalDate FIRST = LocalDate.of(2026, 1, 1);
    private static final int DAYS = 730;

    @Property
    void what_was_added_lies_between(
            @ForAll("calendars") WorkingCalendar calendar,
            @ForAll("moments") Instant from,
            @ForAll @IntRange(max = 400) int percent) {
        // Given
        Duration time = share(calendar, from, percent);

        // When
        Instant due = calendar.add(from, time);

        // Then
        assertThat(calendar.between(from, due)).isEqualTo(time);
        assertThat(due).isAfterOrEqualTo(from.plus(time));
    }

    @Property
    void a_later_start_or_a_longer_time_is_never_due_earlier(
            @ForAll("calendars") WorkingCalendar calendar,
            @ForAll("moments") Instant from,
            @ForAll @IntRange(max = 100_000) int laterSeconds,
            @ForAll @IntRange(max = 200) int percent,
            @ForAll @IntRange(max = 200) int morePercent) {
        // Given
        Duration time = share(calendar, from, percent);
        Duration more = time.plus(share(calendar, from, morePercent));

        // When
        Instant due = calendar.add(from, time);

        // Then
        assertThat(calendar.add(from.plusSeconds(laterSeconds), time)).isAfterOrEqualTo(due);
        assertThat(calendar.add(from, more)).isAfterOrEqualTo(due);
    }

    @Property
    void split_anywhere_it_adds_up(
            @ForAll("calendars") WorkingCalendar calendar,
            @ForAll("moments") Instant one,
            @ForAll("moments") Instant two,
            @ForAll("moments") Instant three,
            @ForAll @IntRange(max = 200) int percent,
            @ForAll @IntRange(max = 200) int restPercent) {
        // Given
        Duration time = share(calendar, one, percent);
        Duration rest = share(calendar, one, restPercent);

        // When / Then
        assertThat(calendar.between(one, two).plus(calendar.between(two, three)))
                .isEqualTo(calendar.between(one, three));
        assertThat(calendar.add(calendar.add(one, time), rest)).isEqualTo(calendar.add(one, time.plus(rest)));
    }

    @Property
    void intervals_are_apart_in_order_and_as_long_as_what_lies_between(
            @ForAll("calendars") WorkingCalendar calendar,
            @ForAll("moments") Instant from,
            @ForAll @IntRange(max = 21) int days) {
        // Given
        Instant to = from.plus(Duration.ofDays(days));

        // When
        List<WorkingInterval> intervals = calendar.intervals(from, to, Integer.MAX_VALUE);

        // Then
        assertThat(intervals.stream().map(WorkingInterval::length).reduce(Duration.ZERO, Duration::plus))
                .isEqualTo(calendar.between(from, to));
        for (int i = 1; i < intervals.size(); i++) {
            assertThat(intervals.get(i).from()).isAfter(intervals.get(i - 1).to());
        }
    }

    @Property
    void the_next_working_moment_is_working_and_nothing_lies_before_it(
            @ForAll("calendars") WorkingCalendar calendar, @ForAll("moments") Instant from) {
        // When
        Instant next = calendar.next(from);

        // Then
        assertThat(calendar.between(from, next)).isZero();
        assertThat(calendar.between(next, next.plusNanos(1))).isEqualTo(Duration.ofNanos(1));
    }

    /** The slow way as a witness: look at the wall every minute. Where the clocks go back the wall cannot tell, so not there. */
    @Property(tries = 200)
    void it_is_the_number_of_minutes_at_which_the_wall_shows_working_hours(
            @ForAll("calendars") WorkingCalendar calendar, @ForAll("moments") Instant from) {
        // Given
        WorkingCalendar steady = calendar.in(ZoneId.of("Asia/Kathmandu"));
        Instant start = from.truncatedTo(java.time.temporal.ChronoUnit.MINUTES);
        int minutes = 3 * 24 * 60;

        // When
        long counted = 0;
        for (int minute = 0; minute < minutes; minute++) {
            counted += isWorking(steady, start.plusSeconds(60L * minute)) ? 1 : 0;
        }

        // Then
        assertThat(steady.between(start, start.plusSeconds(60L * minutes))).isEqualTo(Duration.ofMinutes(counted));
    }

    private static boolean isWorking(WorkingCalendar calendar, Instant moment) {
        ZonedDateTime wall = moment.atZone(calendar.zone());
        int minute = wall.getHour() * 60 + wall.getMinute();
        return calendar.on(wall.toLocalDate()).stream().anyMatch(s -> s.from() <= minute && minute < s.to())
                || calendar.on(wall.toLocalDate().minusDays(1)).stream()
                        .anyMatch(s -> s.from() <= minute + Shift.DAY && minute + Shift.DAY < s.to());
    }

    /** Of what is worked in a week from there. */
    private static Duration share(WorkingCalendar calendar, Instant from, int percent) {
        return calendar.between(from, from.plus(Duration.ofDays(7)))
                .multipliedBy(percent)
                .dividedBy(100);
    }

    @Provide
    Arbitrary<Instant> moments() {
        Arbitrary<Instant> any = Arbitraries.longs()
                .between(0, DAYS * 86_400_000_000L)
                .map(micros -> FIRST.atStartOfDay(ZoneId.of("UTC")).toInstant().plusNanos(micros * 1_000));
        Arbitrary<Instant> aroundJumps = Combinators.combine(
                        Arbitraries.of(
                                "2026-03-08T07:00:00Z",
                                "2026-11-01T06:00:00Z",
                                "2026-03-29T01:00:00Z",
                                "2026-10-25T01:00:00Z",
                                "2026-10-03T15:30:00Z",
                                "2026-04-04T15:00:00Z",
                                "2026-04-23T22:00:00Z",
                                "2026-10-29T21:00:00Z"),
                        Arbitraries.integers().between(-200, 200))
                .as((jump, minutes) -> Instant.parse(jump).plusSeconds(minutes * 60L));
        return Arbitraries.oneOf(any, aroundJumps);
    }

    @Provide
    Arbitrary<WorkingCalendar> calendars() {
        Arbitrary<ZoneId> zones = Arbitraries.of(
                        "UTC",
                        "America/New_York",
                        "Europe/Berlin",
                        "Australia/Lord_Howe",
                        "Africa/Cairo",
                        "America/St_Johns",
                        "Asia/Kathmandu",
                        "Pacific/Auckland")
                .map(ZoneId::of);
        return Combinators.combine(
                        zones,
                        weeks(),
                        otherHours(),
                        ownDays(),
                        Arbitraries.integers().between(2, 40))
                .as((zone, week, other, own, holidayEvery) ->
                        new WorkingCalendar(zone, week, other, own, date -> date.getDayOfYear() % holidayEvery == 1));
    }

    private static Arbitrary<Shift> shifts() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, Shift.DAY - 1),
                        Arbitraries.integers().between(1, Shift.DAY))
                .as((from, length) -> new Shift(from, from + length));
    }

    private static Arbitrary<List<Shift>> days() {
        return shifts().list().ofMaxSize(3).map(list -> list.stream().sorted().toList());
    }

    private static Arbitrary<Week> weeks() {
        return Combinators.combine(days().list().ofSize(7), shifts()).as((week, always) -> {
            Map<DayOfWeek, List<Shift>> days = new EnumMap<>(DayOfWeek.class);
            for (DayOfWeek day : DayOfWeek.values()) {
                days.put(day, week.get(day.ordinal()));
            }
            days.put(DayOfWeek.WEDNESDAY, List.of(always));
            return new Week(days);
        });
    }

    private static Arbitrary<List<OtherHours>> otherHours() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, DAYS),
                        Arbitraries.integers().between(0, 60),
                        weeks())
                .as((start, length, week) ->
                        new OtherHours(FIRST.plusDays(start), FIRST.plusDays(start + length), week))
                .list()
                .ofMaxSize(2);
    }

    private static Arbitrary<OwnDays> ownDays() {
        return Combinators.combine(
                        Arbitraries.maps(Arbitraries.integers().between(0, DAYS).map(FIRST::plusDays), days())
                                .ofMaxSize(5),
                        Arbitraries.maps(Arbitraries.integers().between(1, 28).map(day -> MonthDay.of(3, day)), days())
                                .ofMaxSize(3))
                .as(OwnDays::new);
    }
}
