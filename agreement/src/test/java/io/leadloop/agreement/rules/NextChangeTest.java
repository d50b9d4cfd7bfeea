package io.leadloop.agreement.rules;

import static io.leadloop.agreement.rules.Sample.DANA;
import static io.leadloop.agreement.rules.Sample.NOW;
import static io.leadloop.agreement.rules.Sample.NO_POINTS;
import static io.leadloop.agreement.rules.Sample.activity;
import static io.leadloop.agreement.rules.Sample.agreement;
import static io.leadloop.agreement.rules.Sample.group;
import static io.leadloop.agreement.rules.Sample.lead;
import static org.assertj.core.api.Assertions.assertThat;

import io.leadloop.agreement.Agreement;
import io.leadloop.agreement.Grade;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class NextChangeTest {

    private static final Duration STEP = Duration.ofMillis(40);
    private static final Duration LOOKED_AT = Duration.ofSeconds(120);

    @ParameterizedTest(name = "{0}, done {1} ago: {2} at {3}, because of {4}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            points: 80, activity: demo_request, halfLife: PT1H  | PT0S  | D2 | 2026-03-02T10:12:10.754Z | DECAY        // 69.5 = 80 × 2^(-t)
            points: 80, activity: demo_request, halfLife: PT1H  | PT30M | D3 | 2026-03-02T10:31:05.331Z | DECAY        // 39.5
            points: 80, activity: demo_request, linear: PT80M   | PT0S  | D2 | 2026-03-02T10:10:30.001Z | DECAY        // 69.5 is still rounded up
            points: 80, activity: demo_request, expires: 2026-03-02 | PT0S | D4 | 2026-03-03T00:00:00Z | RULE_EXPIRED
            points: 80, activity: demo_request, expires: 2026-03-02T12:00:00+01:00 | PT0S | D4 | 2026-03-02T11:00:00Z | RULE_EXPIRED
            points: 10, activity: demo_request, expires: 2026-03-02 | PT0S | D4 | 2026-03-03T00:00:00Z | RULE_EXPIRED // the grade stays, the score does not
            `points: 40, when: "activities.count('demo_request', 'PT1H') > 0"` | PT20M | D4 | 2026-03-02T10:40:00Z | DECAY
            points: 80, activity: demo_request                  | PT0S  |    |                          |
            points: 14, activity: demo_request, halfLife: PT1H  | PT0S  |    |                          |
            points: 80, activity: page_view, halfLife: PT1H     | PT0S  |    |                          |
            points: 80, activity: demo_request, expires: 2026-03-01 | PT0S |  |                          |
            """)
    void the_moment_of_the_next_change_is_known(String rule, Duration ago, String grade, String at, String because) {
        // Given
        Agreement agreement = agreement(NO_POINTS, group(100, "{name: rule, " + rule + "}"));
        ScoreCurve curve = ScoreCurve.of(lead(DANA, activity("demo_request", ago)), agreement);

        // When
        Optional<NextChange> next = curve.nextAfter(NOW);

        // Then
        assertThat(next.map(change -> change.at().toString()).orElse(null)).isEqualTo(at);
        assertThat(next.map(change -> change.grade().toString()).orElse(null)).isEqualTo(grade);
        assertThat(next.map(change -> change.cause().name()).orElse(null))
                .isEqualTo(because == null ? null : because.replaceFirst(" *//.*", ""));
    }

    @Test
    void a_penalty_that_fades_lifts_the_grade() {
        // Given
        Agreement agreement = agreement(
                NO_POINTS,
                group(
                        100,
                        "{name: asks, points: 75, activity: demo_request}",
                        "{name: left, points: -40, activity: unsubscribed, halfLife: P1D}"));
        ScoreCurve curve = ScoreCurve.of(
                lead(DANA, activity("demo_request", Duration.ZERO), activity("unsubscribed", Duration.ZERO)),
                agreement);

        // When
        NextChange next = curve.nextAfter(NOW).orElseThrow();

        // Then
        assertThat(next.grade()).hasToString("D2");
        assertThat(curve.at(next.at()).interest()).isEqualTo(40);
        assertThat(curve.at(next.at().minusMillis(1)).interest()).isEqualTo(39);
    }

    static IntStream seeds() {
        return IntStream.range(0, 200);
    }

    /** Half-lives of seconds, so that every grade can be looked at. */
    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void no_grade_changes_before_the_moment_that_was_told_and_every_one_changes_at_it(int seed) {
        // Given
        Random random = new Random(seed);
        Agreement agreement = agreement(
                NO_POINTS,
                "{name: base, cap: 100, rules: [{name: base, points: %d, when: 'true'}]}, %s"
                        .formatted(
                                random.nextInt(60),
                                IntStream.range(0, 1 + random.nextInt(3))
                                        .mapToObj(i -> randomGroup(random, i))
                                        .collect(Collectors.joining(", "))));
        List<LeadActivity> did = Stream.generate(() -> new LeadActivity(
                        new UUID(0, random.nextLong()),
                        random.nextBoolean() ? "demo_request" : "page_view",
                        NOW.minusNanos(random.nextLong(-5_000_000_000L, 60_000_000_000L))))
                .limit(1 + random.nextInt(6))
                .toList();
        ScoreCurve curve = ScoreCurve.of(new ScoredLead(DANA, List.of(), did), agreement);
        Instant now = NOW.plusNanos(random.nextInt(2_000_000));
        Grade grade = curve.grade(now);

        // When
        Optional<NextChange> next = curve.nextAfter(now);

        // Then
        Instant until = next.map(NextChange::at).orElse(now.plus(LOOKED_AT));
        for (Instant at = Instant.ofEpochMilli(now.toEpochMilli() + 1);
                at.isBefore(until) && at.isBefore(now.plus(LOOKED_AT));
                at = at.plus(STEP)) {
            assertThat(curve.grade(at)).as("grade at %s, told was %s", at, next).isEqualTo(grade);
        }
        next.ifPresent(change -> {
            assertThat(curve.grade(change.at())).isEqualTo(change.grade());
            if (change.at().minusMillis(1).isAfter(now)) {
                assertThat(curve.grade(change.at().minusMillis(1))).isEqualTo(grade);
            }
            if (change.cause() == NextChange.Cause.DECAY) {
                assertThat(change.grade()).isNotEqualTo(grade);
            }
        });
    }

    private static String randomGroup(Random random, int number) {
        return "{name: group %d, cap: %d, rules: [%s]}"
                .formatted(
                        number,
                        20 + random.nextInt(81),
                        IntStream.range(0, 1 + random.nextInt(3))
                                .mapToObj(i -> rule(random, number + "-" + i))
                                .collect(Collectors.joining(", ")));
    }

    private static String rule(Random random, String name) {
        String activity = random.nextBoolean() ? "demo_request" : "page_view";
        String expires =
                random.nextInt(8) == 0 ? ", expires: \"%s\"".formatted(NOW.plusSeconds(random.nextInt(1, 120))) : "";
        String what = switch (random.nextInt(4)) {
            case 0 -> "activity: %s, linear: PT%dS".formatted(activity, 1 + random.nextInt(200));
            case 1 ->
                "when: \"activities.count('%s', 'PT%dS') %s %d\""
                        .formatted(
                                activity,
                                1 + random.nextInt(100),
                                random.nextBoolean() ? ">" : "<=",
                                random.nextInt(3));
            default -> "activity: %s, halfLife: PT%dS".formatted(activity, 1 + random.nextInt(100));
        };
        return "{name: rule %s, points: %d, %s%s}".formatted(name, random.nextInt(-60, 101), what, expires);
    }
}
