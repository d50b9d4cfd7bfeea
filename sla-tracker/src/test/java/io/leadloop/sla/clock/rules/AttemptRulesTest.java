package io.leadloop.sla.clock.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadloop.agreement.ClockRule;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Three attempts at least four hours apart, until connected. Hours after accepting; {@code 5c} reached the lead. */
class AttemptRulesTest {
    private static final Instant ACCEPTED = Instant.parse("2026-03-02T10:00:00Z");

    @ParameterizedTest(name = "{0} → {1}: {2}")
    @CsvSource(delimiter = '|', textBlock = """
                       |    | nothing tried
            1 5        |    | one is missing
            1 5 9      | 9  | the third
            1 4 5 9    | 9  | the one at 4 is too close to the one at 1
            1 2 3 4    |    | only the first is far enough
            9 1 5      | 9  | heard in another order
            1 5c       | 5  | reached
            1 2c 5     | 2  | reached by one that does not count
            1 5 9 13c  | 9  | enough was tried before
            1 1 5 9    | 9  | the same moment twice is one
            """)
    void enough_was_tried(String attempts, Integer hour, String reason) {
        // Given
        List<Tried> tried = attempts == null
                ? List.of()
                : Arrays.stream(attempts.split(" "))
                        .map(AttemptRulesTest::tried)
                        .toList();

        // When
        Optional<Instant> keptAt = AttemptRules.keptAt(tried, rule(3, Duration.ofHours(4), Optional.of("connected")));

        // Then
        assertThat(keptAt).as(reason).isEqualTo(Optional.ofNullable(hour).map(AttemptRulesTest::hour));
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "1 2, 1", "3c, 3"})
    void a_first_attempt_is_any(String attempts, int hour) {
        // When / Then
        assertThat(AttemptRules.keptAt(
                        Arrays.stream(attempts.split(" "))
                                .map(AttemptRulesTest::tried)
                                .toList(),
                        rule(1, Duration.ZERO, Optional.empty())))
                .hasValue(hour(hour));
    }

    static ClockRule rule(int count, Duration spacing, Optional<String> until) {
        return new ClockRule(
                "attempts",
                "accepted",
                Optional.empty(),
                Duration.ofDays(14),
                "always",
                Optional.empty(),
                Optional.empty(),
                count,
                spacing,
                until,
                List.of(),
                Optional.empty(),
                List.of());
    }

    private static Tried tried(String text) {
        boolean connected = text.endsWith("c");
        int hour = Integer.parseInt(connected ? text.substring(0, text.length() - 1) : text);
        return new Tried(hour(hour), connected ? "connected" : "no_answer");
    }

    private static Instant hour(int hour) {
        return ACCEPTED.plus(Duration.ofHours(hour));
    }
}
