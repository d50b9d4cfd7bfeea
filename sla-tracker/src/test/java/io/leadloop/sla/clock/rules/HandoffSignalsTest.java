package io.leadloop.sla.clock.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadloop.agreement.workingtime.WorkingCalendar;
import io.leadloop.events.Handoff;
import io.leadloop.events.HandoffState;
import io.leadloop.events.Pause;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Offered in minute 0, to be accepted by 15, accepted in 5, ended in 50; within an hour of it something is owed. Times are minutes. */
class HandoffSignalsTest {
    private static final Instant OFFERED = Instant.parse("2026-03-02T10:00:00Z");
    private static final Terms HOUR = new Terms(WorkingCalendar.ALWAYS, Duration.ofHours(1), List.of(), List.of());

    @ParameterizedTest(name = "{0}, accepted: {1} → {2}")
    @CsvSource(delimiter = '|', textBlock = """
            offered   | no  | owed
            accepted  | yes | answered@5
            rejected  | yes | answered@5
            expired   | no  | ended@50 offer_ended_before_due
            closed    | yes | answered@5
            closed    | no  | ended@50 offer_ended_before_due
            withdrawn | yes | answered@5
            other     | no  |
            """)
    void acceptance_is_owed_from_the_offer_until_the_answer(String state, String answered, String signals) {
        // Given
        Handoff handoff = handoff(state, answered.equals("yes"), List.of(), null, null);

        // When / Then
        assertThat(told(HandoffSignals.acceptance(handoff, minute(50), HOUR)))
                .isEqualTo(signals == null ? "" : signals);
    }

    @ParameterizedTest(name = "{0}, accepted: {1}, tried: {2} → {3}")
    @CsvSource(delimiter = '|', textBlock = """
            offered   | no  |    |
            rejected  | yes |    |
            expired   | no  |    |
            accepted  | yes |    | owed
            accepted  | yes | 20 | owed, answered@20
            closed    | yes |    | owed, ended@50 handoff_ended
            closed    | yes | 20 | owed, answered@20, ended@50 handoff_ended
            closed    | no  |    |
            withdrawn | yes |    | owed, ended@50 handoff_ended
            """)
    void an_attempt_is_owed_from_accepting_until_it_is_made_or_the_hand_off_ends(
            String state, String answered, Integer tried, String signals) {
        // Given
        Handoff handoff = handoff(state, answered.equals("yes"), List.of(), null, null);
        List<Tried> attempts = tried == null ? List.of() : List.of(new Tried(minute(tried), "no_answer"));
        Heard heard = new Heard(attempts, List.of(), Optional.empty(), Optional.empty());

        // When / Then
        assertThat(told(HandoffSignals.attempts(
                        AttemptRulesTest.rule(1, Duration.ZERO, Optional.empty()), handoff, minute(50), HOUR, heard)))
                .isEqualTo(signals == null ? "" : signals);
    }

    @ParameterizedTest(name = "paused {0} to {1}, known: {2} → {3}")
    @CsvSource(delimiter = '|', textBlock = """
            10 |    | no  | owed, paused@10
            10 |    | yes | owed
            10 | 20 | no  | owed, resumed@20 due 75
            """)
    void a_pause_stops_time_and_its_end_moves_the_due_time(Integer from, Integer until, String known, String signals) {
        // Given
        List<Pause> pauses = List.of(new Pause(minute(from), until == null ? null : minute(until)));
        Handoff handoff = handoff("accepted", true, pauses, null, null);
        Heard heard =
                new Heard(List.of(), known.equals("yes") ? pauses : List.of(), Optional.empty(), Optional.empty());

        // When / Then
        assertThat(told(HandoffSignals.attempts(
                        AttemptRulesTest.rule(1, Duration.ZERO, Optional.empty()), handoff, minute(50), HOUR, heard)))
                .isEqualTo(signals);
    }

    @ParameterizedTest(name = "turn from {0} by step of {1}; step at {2} set at {3} → {4}, further turn: {5}")
    @CsvSource(delimiter = '|', textBlock = """
               |    |    |    | owed                           | no
               |    | 30 | 20 | owed, answered@20              | yes
            30 | 20 | 30 | 20 | owed                           | no
            30 | 20 | 60 | 40 | owed, answered@40              | yes
            30 | 20 | 60 | 25 | owed, next_step@25 due 120     | no
            """)
    void a_next_step_ends_a_turn_and_begins_the_next_at_its_time_unless_it_is_only_put_off(
            Integer turnFrom, Integer byStepOf, Integer stepAt, Integer setAt, String signals, String further) {
        // Given
        Handoff handoff = handoff("accepted", true, List.of(), stepAt, setAt);
        Heard heard = new Heard(
                List.of(),
                List.of(),
                Optional.ofNullable(turnFrom).map(HandoffSignalsTest::minute),
                Optional.ofNullable(byStepOf).map(HandoffSignalsTest::minute));

        // When / Then
        assertThat(told(HandoffSignals.nextStep(handoff, minute(50), HOUR, heard)))
                .isEqualTo(signals);
        assertThat(HandoffSignals.beginsTurn(handoff, heard)).isEqualTo(further.equals("yes"));
    }

    private static String told(List<ClockSignal> signals) {
        return signals.stream().map(HandoffSignalsTest::told).collect(Collectors.joining(", "));
    }

    private static String told(ClockSignal signal) {
        return switch (signal) {
            case ClockSignal.Owed owed -> "owed";
            case ClockSignal.Answered answered -> "answered@" + minute(answered.at());
            case ClockSignal.Ended ended ->
                "ended@" + minute(ended.at()) + " " + ended.reason().name().toLowerCase(Locale.ROOT);
            case ClockSignal.Paused paused -> "paused@" + minute(paused.at());
            case ClockSignal.Moved moved ->
                moved.reason().name().toLowerCase(Locale.ROOT) + "@" + minute(moved.at()) + " due "
                        + minute(moved.promise().dueAt());
            case ClockSignal.TimePassed passed -> "time";
        };
    }

    private static Handoff handoff(
            String state, boolean answered, List<Pause> pauses, Integer stepAt, Integer stepSetAt) {
        boolean ended = List.of("closed", "withdrawn", "expired").contains(state);
        return new Handoff(
                new UUID(0, 1),
                new UUID(0, 2),
                1,
                HandoffState.valueOf(state.toUpperCase(Locale.ROOT)),
                "ana",
                "Ana",
                "sales",
                "morgan",
                "UTC",
                "everyone",
                OFFERED,
                minute(15),
                answered ? minute(5) : null,
                null,
                0,
                ended ? minute(50) : null,
                pauses,
                stepAt == null ? null : minute(stepAt),
                stepSetAt == null ? null : minute(stepSetAt),
                null);
    }

    private static Instant minute(int minute) {
        return OFFERED.plus(Duration.ofMinutes(minute));
    }

    private static long minute(Instant at) {
        return Duration.between(OFFERED, at).toMinutes();
    }
}
