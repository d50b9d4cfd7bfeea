package io.leadloop.sla.clock.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadloop.agreement.ClockRule;
import io.leadloop.agreement.workingtime.Holidays;
import io.leadloop.agreement.workingtime.OwnDays;
import io.leadloop.agreement.workingtime.Shift;
import io.leadloop.agreement.workingtime.Week;
import io.leadloop.agreement.workingtime.Weekdays;
import io.leadloop.agreement.workingtime.WorkingCalendar;
import io.leadloop.events.Pause;
import io.leadloop.sla.clock.rules.Promise.Rung;
import io.leadloop.sla.clock.rules.Promise.Warning;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Four hours of working time, Monday to Friday 9:00 to 17:00. The 2nd of March 2026 is a Monday. */
class PromiseTest {
    private static final WorkingCalendar NINE = new WorkingCalendar(
            ZoneOffset.UTC,
            new Week(Weekdays.read("mon-fri").orElseThrow().stream()
                    .collect(Collectors.toMap(
                            day -> day, day -> List.of(Shift.read("09:00-17:00").orElseThrow())))),
            List.of(),
            OwnDays.NONE,
            Holidays.NONE);
    private static final Terms TERMS = new Terms(NINE, Duration.ofHours(4), List.of(0.5), List.of());

    @ParameterizedTest(name = "from {0}, paused {1}: due {2}, warned {3}: {4}")
    @CsvSource(delimiter = '|', textBlock = """
            02T10:00 |                                     | 02T14:00 | 02T12:00 | without a pause
            02T10:00 | 02T11:00 02T12:00                   | 02T15:00 | 02T13:00 | an hour of working time
            02T10:00 | 02T18:00 03T08:00                   | 02T14:00 | 02T12:00 | after it was due
            02T15:00 | 02T18:00 03T08:00                   | 03T11:00 | 02T17:00 | a night counts nothing, paused or not
            02T15:00 | 02T16:00 03T10:00                   | 03T13:00 | 03T11:00 | two hours of working time went by in it
            06T16:00 | 06T16:30 09T09:30                   | 09T13:00 | 09T11:00 | over a weekend
            02T10:00 | 02T10:30 02T11:00 02T11:30 02T12:00 | 02T15:00 | 02T13:00 | twice
            02T10:00 | 02T09:00 02T11:00                   | 02T15:00 | 02T13:00 | began before the clock
            02T10:00 | 02T08:00 02T09:00                   | 02T14:00 | 02T12:00 | was over before the clock
            02T10:00 | 02T11:00                            | 02T14:00 | 02T12:00 | one that lasts is looked at when it ends
            """)
    void a_pause_takes_working_time_out(String from, String pauses, String due, String warned, String reason) {
        // When
        Promise promise = Promise.of(TERMS, at(from), pauses(pauses));

        // Then
        assertThat(promise.dueAt()).as(reason).isEqualTo(at(due));
        assertThat(promise.warnings()).containsExactly(new Warning(0.5, at(warned)));
    }

    @Test
    void the_ladder_goes_on_in_working_time() {
        // Given
        Terms terms = new Terms(
                NINE,
                Duration.ofHours(4),
                List.of(),
                List.of(
                        new ClockRule.Rung(Duration.ofHours(1), "escalate"),
                        new ClockRule.Rung(Duration.ofHours(8), "reassign")));

        // When
        Promise promise = Promise.of(terms, at("02T12:00"), List.of());

        // Then
        assertThat(promise.dueAt()).isEqualTo(at("02T16:00"));
        assertThat(promise.ladder())
                .containsExactly(new Rung("escalate", at("02T17:00")), new Rung("reassign", at("03T16:00")));
    }

    @Test
    void a_time_that_the_rep_was_told_is_kept_and_warned_of_by_its_working_time() {
        // When
        Promise promise = Promise.dueBy(TERMS, at("02T16:00"), at("03T10:00"));

        // Then
        assertThat(promise.dueAt()).isEqualTo(at("03T10:00"));
        assertThat(promise.warnings()).containsExactly(new Warning(0.5, at("02T17:00")));
    }

    @ParameterizedTest(name = "due {0} before, in force from {1}: {2}")
    @CsvSource({
        "02T16:00, 02T15:00, 02T15:00",
        "02T16:00, 02T13:00, 02T14:00",
        "02T16:00, 02T18:00, 02T16:00",
        "02T12:00, 02T18:00, 02T14:00"
    })
    void what_a_new_agreement_promises_was_not_broken_before_it_was_in_force(
            String dueBefore, String inForceFrom, String due) {
        // When
        Promise promise = Promise.of(TERMS, at("02T10:00"), List.of()).notBefore(at(inForceFrom), at(dueBefore), TERMS);

        // Then
        assertThat(promise.dueAt()).isEqualTo(at(due));
    }

    private static List<Pause> pauses(String text) {
        List<Pause> pauses = new ArrayList<>();
        List<String> times = text == null ? List.of() : Arrays.asList(text.split(" "));
        for (int i = 0; i < times.size(); i += 2) {
            pauses.add(new Pause(at(times.get(i)), i + 1 < times.size() ? at(times.get(i + 1)) : null));
        }
        return pauses;
    }

    private static Instant at(String dayAndTime) {
        return LocalDateTime.parse("2026-03-" + dayAndTime).toInstant(ZoneOffset.UTC);
    }
}
