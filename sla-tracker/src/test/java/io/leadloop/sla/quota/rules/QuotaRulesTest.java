package io.leadloop.sla.quota.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadloop.events.QuotaState;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuotaRulesTest {
    private static final Instant NOW = Instant.parse("2026-03-16T00:00:00Z");
    private static final List<Double> AGREED = List.of(0.9, 0.7);

    @ParameterizedTest(name = "{1} of {0} after {2}, told {3} and {4}: {5}")
    @CsvSource(delimiter = '|', textBlock = """
            100 | 50  | 0.5  |     |       | paced              | as many as it should be
            100 | 45  | 0.5  |     |       | paced              | 45 is not below nine tenths of 50
            100 | 44  | 0.5  |     |       | paced, warned 0.9  | below nine tenths
            100 | 44  | 0.5  | 0.9 |       | paced              | warned of once
            100 | 20  | 0.3  |     |       | paced, warned 0.7  | below both: the lowest
            100 | 20  | 0.3  | 0.9 |       | paced, warned 0.7  | the next
            100 | 44  | 0.5  | 0.7 |       | paced              | a lower one was warned of before
            100 | 0   | 0.19 |     |       | paced              | too early to judge
            100 | 0   | 0.2  |     |       | paced, missed      | none in a fifth of the month: less than one chance in a thousand
            100 | 10  | 0.2  |     |       | paced, warned 0.7  | far behind, but it may be reached
            4   | 0   | 0.24 |     |       | paced              | less than one behind
            4   | 0   | 0.25 |     |       | paced, warned 0.7  | one behind
            100 | 20  | 0.5  |     |       | paced, missed      | 80 in half a month that gave 20
            100 | 20  | 0.5  | 0.7 | told  | paced              | told once
            100 | 99  | 1    |     |       | paced, missed      | the month is over
            100 | 99  | 1    | 0.9 | told  | paced              | told before
            100 | 100 | 1    | 0.9 |       | paced              | reached on the last day
            100 | 100 | 0.3  |     |       | paced              | reached early
            100 | 101 | 0.9  | 0.9 | told  | paced              | reached after all
            """)
    void what_is_told(
            int promised, int delivered, double elapsed, Double warned, String missed, String expected, String reason) {
        // Given
        QuotaStanding before = new QuotaStanding(
                true, Optional.ofNullable(warned), Optional.ofNullable(missed).map(told -> NOW.minusSeconds(86_400)));

        // When
        QuotaRules.Decision decision =
                QuotaRules.decide(before, QuotaFigures.of(promised, delivered, elapsed), AGREED, NOW);

        // Then
        assertThat(decision.outcomes().stream().map(QuotaRulesTest::word).collect(Collectors.joining(", ")))
                .as(reason)
                .isEqualTo(expected);
    }

    @ParameterizedTest(name = "{0} of 100 after {1}, told {2} and {3}: {4}")
    @CsvSource(delimiter = '|', textBlock = """
            44  | 0.5  | 0.9 |      | behind | below what was warned of
            30  | 0.5  | 0.9 |      | behind | below a lower share too
            45  | 0.5  | 0.9 |      | not    | has caught up
            40  | 0.5  | 0.7 |      | behind | above seven tenths again, not above nine
            20  | 0.5  |     |      | not    | nothing was told
            46  | 0.95 | 0.9 | told | behind | cannot be reached any more
            99  | 1    | 0.9 | told | behind | the month is over
            100 | 0.95 | 0.9 | told | not    | reached after all
            100 | 0.5  | 0.9 |      | not    | reached early
            """)
    void what_was_told_holds_until_it_has_caught_up(
            int delivered, double elapsed, Double warned, String missed, String expected, String reason) {
        // Given
        QuotaStanding told = new QuotaStanding(
                true, Optional.ofNullable(warned), Optional.ofNullable(missed).map(at -> NOW));

        // When
        boolean behind = QuotaRules.isBehind(told, QuotaFigures.of(100, delivered, elapsed), AGREED);

        // Then
        assertThat(behind).as(reason).isEqualTo(expected.equals("behind"));
    }

    @Test
    void what_was_first_promised_late_in_a_month_is_paced_and_not_judged_in_it() {
        // Given
        QuotaStanding late = new QuotaStanding(QuotaRules.inTime(0.7), Optional.empty(), Optional.empty());

        // When
        QuotaRules.Decision decision = QuotaRules.decide(late, QuotaFigures.of(100, 0, 0.72), AGREED, NOW);

        // Then
        assertThat(decision.outcomes()).containsExactly(new QuotaOutcome.Paced());
        assertThat(decision.standing()).isEqualTo(late);
        assertThat(QuotaRules.state(late, QuotaFigures.of(100, 0, 0.72))).isEqualTo(QuotaState.RUNNING);
        assertThat(QuotaRules.state(late, QuotaFigures.of(100, 100, 0.72))).isEqualTo(QuotaState.REACHED);
        assertThat(QuotaRules.inTime(0.19)).isTrue();
    }

    @Test
    void what_was_told_is_remembered() {
        // When
        QuotaStanding warned = QuotaRules.decide(QuotaStanding.NEW, QuotaFigures.of(100, 44, 0.5), AGREED, NOW)
                .standing();
        QuotaStanding missed = QuotaRules.decide(warned, QuotaFigures.of(100, 46, 0.95), AGREED, NOW)
                .standing();

        // Then
        assertThat(warned).isEqualTo(new QuotaStanding(true, Optional.of(0.9), Optional.empty()));
        assertThat(missed).isEqualTo(new QuotaStanding(true, Optional.of(0.9), Optional.of(NOW)));
    }

    @ParameterizedTest(name = "{0} of 100 after {1}, told {2} and {3}: {4}")
    @CsvSource({
        "50,  0.5, ,    ,     RUNNING",
        "40,  0.5, 0.9, ,     WARNED",
        "10,  0.5, 0.9, told, MISSED",
        "99,  1,   ,    ,     MISSED",
        "100, 0.5, 0.9, ,     REACHED",
        "100, 1,   0.9, told, REACHED"
    })
    void where_it_stands(int delivered, double elapsed, Double warned, String missed, QuotaState expected) {
        // Given
        QuotaStanding standing = new QuotaStanding(
                true, Optional.ofNullable(warned), Optional.ofNullable(missed).map(told -> NOW));

        // When / Then
        assertThat(QuotaRules.state(standing, QuotaFigures.of(100, delivered, elapsed)))
                .isEqualTo(expected);
    }

    /** Of a hundred months that are reached in the end, fewer than one was given up before. */
    @Test
    void what_is_called_unreachable_is_hardly_ever_reached() {
        // Given
        Random random = new Random(7);
        int reached = 0;
        int givenUp = 0;

        // When
        for (int month = 0; month < 2_000; month++) {
            int delivered = 0;
            QuotaStanding standing = QuotaStanding.NEW;
            for (int day = 1; day <= 21; day++) {
                delivered += perDay(random, 97.0 / 21);
                standing = QuotaRules.decide(standing, QuotaFigures.of(100, delivered, day / 21.0), AGREED, NOW)
                        .standing();
            }
            reached += delivered >= 100 ? 1 : 0;
            givenUp += delivered >= 100 && standing.missedAt().isPresent() ? 1 : 0;
        }

        // Then
        assertThat(reached).isGreaterThan(500);
        assertThat((double) givenUp / reached).isLessThan(0.01);
    }

    private static int perDay(Random random, double mean) {
        double limit = Math.exp(-mean);
        double product = random.nextDouble();
        int count = 0;
        while (product > limit) {
            product *= random.nextDouble();
            count++;
        }
        return count;
    }

    private static String word(QuotaOutcome outcome) {
        return switch (outcome) {
            case QuotaOutcome.Paced paced -> "paced";
            case QuotaOutcome.Warned warned -> "warned " + warned.share();
            case QuotaOutcome.Missed missed -> "missed";
        };
    }
}
