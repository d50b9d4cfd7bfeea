package io.leadloop.agreement.workingtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class NoWorkingTimeTest {
    private static final Instant FROM = Instant.parse("2026-03-02T10:00:00Z");
    private static final WorkingCalendar NEVER =
            new WorkingCalendar(ZoneOffset.UTC, new Week(Map.of()), List.of(), OwnDays.NONE, Holidays.NONE);

    @Test
    void a_calendar_without_hours_says_so_instead_of_looking_for_ever() {
        // When / Then
        assertThatThrownBy(() -> NEVER.add(FROM, Duration.ofHours(1)))
                .isInstanceOf(NoWorkingTime.class)
                .hasMessage("The calendar has no working time in the 20 years after 2026-03-02. Give it hours.");
        assertThatThrownBy(() -> NEVER.next(FROM)).isInstanceOf(NoWorkingTime.class);
        assertThat(NEVER.between(FROM, FROM.plus(Duration.ofDays(365)))).isZero();
    }

    @Test
    void a_calendar_whose_days_are_all_holidays_says_so() {
        // Given
        WorkingCalendar holidays =
                new WorkingCalendar(ZoneOffset.UTC, Week.AROUND_THE_CLOCK, List.of(), OwnDays.NONE, date -> true);

        // When / Then
        assertThatThrownBy(() -> holidays.add(FROM, Duration.ofHours(1))).isInstanceOf(NoWorkingTime.class);
    }

    @Test
    void a_promise_beyond_the_horizon_is_refused() {
        // When / Then
        assertThatThrownBy(() -> SampleCalendars.named("early").add(FROM, Duration.ofHours(8_000)))
                .isInstanceOf(NoWorkingTime.class)
                .hasMessage("The calendar has less than PT8000H of working time in the 20 years after 2026-03-02."
                        + " Give it more hours, or promise less.");
    }
}
