package io.leadloop.sla.quota.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.leadloop.agreement.workingtime.Holidays;
import io.leadloop.agreement.workingtime.OwnDays;
import io.leadloop.agreement.workingtime.Shift;
import io.leadloop.agreement.workingtime.Week;
import io.leadloop.agreement.workingtime.WorkingCalendar;
import io.leadloop.sla.quota.rules.QuotaMonth.Closed;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** March 2026 has 22 weekdays; it begins on a Sunday, and clocks go forward on the 8th in New York and on the 29th in Berlin. */
class QuotaMonthTest {
    private static final YearMonth MARCH = YearMonth.of(2026, 3);
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    @ParameterizedTest(name = "{0} in {1}: {2} to {3}, {4} h")
    @CsvSource({
        "2026-03, UTC,                 2026-03-01T00:00:00Z, 2026-04-01T00:00:00Z, 744",
        "2026-03, Europe/Berlin,       2026-02-28T23:00:00Z, 2026-03-31T22:00:00Z, 743",
        "2026-10, Europe/Berlin,       2026-09-30T22:00:00Z, 2026-10-31T23:00:00Z, 745",
        "2026-03, America/New_York,    2026-03-01T05:00:00Z, 2026-04-01T04:00:00Z, 743",
        "2026-03, Pacific/Auckland,    2026-02-28T11:00:00Z, 2026-03-31T11:00:00Z, 744",
        "2026-04, Africa/Cairo,        2026-03-31T22:00:00Z, 2026-04-30T21:00:00Z, 719"
    })
    void a_month_is_that_of_the_zone(YearMonth month, ZoneId zone, Instant from, Instant until, long hours) {
        // When
        QuotaMonth quota = QuotaMonth.of(month, zone, WorkingCalendar.ALWAYS);

        // Then
        assertThat(quota.from()).isEqualTo(from);
        assertThat(quota.until()).isEqualTo(until);
        assertThat(Duration.between(quota.from(), quota.until())).isEqualTo(Duration.ofHours(hours));
    }

    @ParameterizedTest(name = "on {0}: {1} of 22 days, {2} of the time")
    @CsvSource({
        "2026-02-20T12:00:00Z, 0,  0",
        "2026-03-02T08:00:00Z, 0,  0",
        "2026-03-02T12:00:00Z, 1,  0.0227272727",
        "2026-03-02T16:00:00Z, 1,  0.0454545455",
        "2026-03-08T12:00:00Z, 5,  0.2272727273",
        "2026-03-31T07:00:00Z, 21, 0.9545454545",
        "2026-03-31T15:00:00Z, 22, 1",
        "2026-04-02T15:00:00Z, 22, 1"
    })
    void it_is_paced_by_working_time(Instant now, int day, double elapsed) {
        // Given eight hours each weekday, in Berlin
        QuotaMonth month = QuotaMonth.of(MARCH, BERLIN, weekdays(BERLIN));

        // When / Then
        assertThat(month.workingDays()).isEqualTo(22);
        assertThat(month.workingDay(now)).isEqualTo(day);
        assertThat(month.elapsed(now)).isEqualTo(elapsed, within(1e-9));
    }

    @Test
    void a_day_off_is_no_working_day() {
        // Given
        WorkingCalendar calendar = new WorkingCalendar(
                BERLIN,
                weekdays(BERLIN).week(),
                List.of(),
                new OwnDays(Map.of(LocalDate.parse("2026-03-02"), List.of()), Map.of()),
                Holidays.NONE);

        // When
        QuotaMonth month = QuotaMonth.of(MARCH, BERLIN, calendar);

        // Then
        assertThat(month.workingDays()).isEqualTo(21);
        assertThat(month.elapsed(Instant.parse("2026-03-02T20:00:00Z"))).isZero();
    }

    @Test
    void a_month_without_working_time_is_paced_evenly() {
        // Given
        WorkingCalendar never = new WorkingCalendar(BERLIN, new Week(Map.of()), List.of(), OwnDays.NONE, Holidays.NONE);

        // When
        QuotaMonth month = QuotaMonth.of(YearMonth.of(2026, 6), ZoneId.of("UTC"), never);

        // Then
        assertThat(month.elapsed(Instant.parse("2026-06-16T00:00:00Z"))).isEqualTo(0.5, within(1e-9));
        assertThat(month.workingDays()).isEqualTo(30);
    }

    @ParameterizedTest(name = "at {0} in {1} after {2} until {3}: {4} from {5}")
    @CsvSource(delimiter = '|', textBlock = """
            2026-03-15T00:00:00Z | UTC              |         |                      | 2026-03 | 2026-03-01T00:00:00Z
            2026-04-01T00:00:00Z | UTC              | 2026-03 | 2026-04-01T00:00:00Z | 2026-04 | 2026-04-01T00:00:00Z
            2026-04-01T05:00:00Z | Europe/Berlin    | 2026-03 | 2026-04-01T04:00:00Z | 2026-04 | 2026-04-01T04:00:00Z
            2026-04-01T01:00:00Z | America/New_York | 2026-03 | 2026-03-31T22:00:00Z | 2026-04 | 2026-03-31T22:00:00Z
            2026-06-10T00:00:00Z | UTC              | 2026-03 | 2026-04-01T00:00:00Z | 2026-06 | 2026-06-01T00:00:00Z
            """)
    void months_follow_one_another_also_when_the_zone_changes(
            Instant now, ZoneId zone, YearMonth closed, Instant until, YearMonth month, Instant from) {
        // When
        QuotaMonth current = QuotaMonth.current(
                now, zone, WorkingCalendar.ALWAYS, Optional.ofNullable(closed).map(last -> new Closed(last, until)));

        // Then
        assertThat(current.month()).isEqualTo(month);
        assertThat(current.from()).isEqualTo(from);
    }

    @ParameterizedTest(name = "after {0} in {1}: {2}")
    @CsvSource({
        "2026-03-08T04:59:00Z, America/New_York, 2026-03-08T05:00:00Z",
        "2026-03-08T05:00:00Z, America/New_York, 2026-03-09T04:00:00Z",
        "2026-03-31T12:00:00Z, America/New_York, 2026-04-01T04:00:00Z",
        "2026-03-29T10:00:00Z, Europe/Berlin,    2026-03-29T22:00:00Z"
    })
    void it_is_looked_at_every_midnight(Instant now, ZoneId zone, Instant next) {
        // When / Then
        assertThat(QuotaMonth.of(MARCH, zone, WorkingCalendar.ALWAYS).nextLook(now))
                .isEqualTo(next);
    }

    private static WorkingCalendar weekdays(ZoneId zone) {
        Map<DayOfWeek, List<Shift>> days = new EnumMap<>(DayOfWeek.class);
        for (DayOfWeek day : DayOfWeek.values()) {
            if (day.getValue() <= 5) {
                days.put(day, List.of(Shift.read("09:00-17:00").orElseThrow()));
            }
        }
        return new WorkingCalendar(zone, new Week(days), List.of(), OwnDays.NONE, Holidays.NONE);
    }
}
