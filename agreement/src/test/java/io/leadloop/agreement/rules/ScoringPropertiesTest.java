package io.leadloop.agreement.rules;

import static io.leadloop.agreement.rules.Sample.NOW;
import static io.leadloop.agreement.rules.Sample.NO_POINTS;
import static io.leadloop.agreement.rules.Sample.agreement;
import static org.assertj.core.api.Assertions.assertThat;

import io.leadloop.agreement.Agreement;
import io.leadloop.agreement.DefaultAgreement;
import io.leadloop.events.Axis;
import io.leadloop.events.Contribution;
import io.leadloop.events.Profile;
import io.leadloop.events.Qualification;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds for every scorecard and every lead. Each case is a scorecard made from its seed, with fifty leads. */
class ScoringPropertiesTest {
    private static final List<String> TYPES = List.of("demo_request", "page_view", "email_click", "unknown_to_all");
    private static final int LEADS = 50;

    static IntStream seeds() {
        return IntStream.range(0, 60);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void the_lines_sum_to_the_score_and_the_score_stays_between_zero_and_the_cap(int seed) {
        // Given
        Random random = new Random(seed);
        int fitCap = random.nextInt(101);
        int interestCap = random.nextInt(101);
        Agreement agreement = agreement(
                fitCap,
                groups(random, ScoringPropertiesTest::onProfile),
                interestCap,
                groups(random, ScoringPropertiesTest::onActivity));
        for (int i = 0; i < LEADS; i++) {
            ScoredLead lead = lead(random);
            // When
            Assessment assessment = ScoringRules.assess(lead, agreement, NOW);
            // Then
            assertThat(sum(assessment, Axis.FIT)).isEqualTo(assessment.fit()).isBetween(0, fitCap);
            assertThat(sum(assessment, Axis.INTEREST))
                    .isEqualTo(assessment.interest())
                    .isBetween(0, interestCap);
            assertThat(assessment.contributions()).noneMatch(line -> line.points() == 0);
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void activities_in_another_order_or_told_twice_end_in_the_same_score(int seed) {
        // Given
        Random random = new Random(seed);
        Agreement agreement = agreement(
                groups(random, ScoringPropertiesTest::onProfile), groups(random, ScoringPropertiesTest::onActivity));
        for (int i = 0; i < LEADS; i++) {
            ScoredLead lead = lead(random);
            List<LeadActivity> shuffled = new ArrayList<>(lead.activities());
            shuffled.addAll(lead.activities().subList(0, lead.activities().size() / 2));
            Collections.shuffle(shuffled, random);
            // When
            Assessment other =
                    ScoringRules.assess(new ScoredLead(lead.profile(), lead.touches(), shuffled), agreement, NOW);
            // Then
            assertThat(other).isEqualTo(ScoringRules.assess(lead, agreement, NOW));
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void the_lines_that_are_left_without_an_activity_are_those_of_the_rules_on_what_the_lead_is(int seed) {
        // Given
        Random random = new Random(seed);
        Agreement agreement = agreement(NO_POINTS, groups(random, ScoringPropertiesTest::onActivity));
        ScoredLead lead = lead(random);
        // When
        Assessment untouched =
                ScoringRules.assess(new ScoredLead(lead.profile(), lead.touches(), List.of()), agreement, NOW);
        // Then
        assertThat(untouched.contributions()).isEmpty();
        assertThat(untouched.interest()).isZero();
        assertThat(untouched.grade()).hasToString("D4");
    }

    @Test
    void a_lead_of_whom_nothing_is_known_has_a_score_of_zero_and_is_held() {
        // Given
        Profile nothing = new Profile(null, null, null, null, null, null, null, null, null, null, null, null, null);
        // When
        Assessment unscored = ScoringRules.assess(
                new ScoredLead(nothing, List.of(), List.of()), Agreement.signed(DefaultAgreement.text()), NOW);
        // Then
        assertThat(unscored.fit()).isZero();
        assertThat(unscored.interest()).isZero();
        assertThat(unscored.grade()).hasToString("D4");
        assertThat(unscored.qualification()).isEqualTo(Qualification.HELD);
    }

    private static int sum(Assessment assessment, Axis axis) {
        return assessment.contributions().stream()
                .filter(line -> line.axis() == axis)
                .mapToInt(Contribution::points)
                .sum();
    }

    private static String groups(Random random, Function<Random, String> rule) {
        return many(
                4,
                random,
                () -> "{name: group %d, cap: %d, rules: [%s]}"
                        .formatted(
                                random.nextInt(1_000_000),
                                random.nextInt(101),
                                many(5, random, () -> rule.apply(random))));
    }

    private static String many(int atMost, Random random, Supplier<String> one) {
        return Stream.generate(one).limit(1 + random.nextInt(atMost)).collect(Collectors.joining(", "));
    }

    private static String onProfile(Random random) {
        return "{name: rule %d, points: %d, when: '%s'}"
                .formatted(
                        random.nextInt(1_000_000),
                        random.nextInt(-100, 101),
                        switch (random.nextInt(4)) {
                            case 0 -> "activities.count(\"page_view\") > %d".formatted(random.nextInt(5));
                            case 1 ->
                                "activities.count(\"page_view\", \"P%dD\") > %d"
                                        .formatted(1 + random.nextInt(300), random.nextInt(5));
                            default ->
                                "lead.employees %s %d"
                                        .formatted(random.nextBoolean() ? ">=" : "<", random.nextInt(1000));
                        });
    }

    private static String onActivity(Random random) {
        return "{name: rule %d, points: %d, activity: %s%s}"
                .formatted(
                        random.nextInt(1_000_000),
                        random.nextInt(-100, 101),
                        TYPES.get(random.nextInt(3)),
                        switch (random.nextInt(6)) {
                            case 0 -> "";
                            case 1 -> ", linear: PT%dM".formatted(1 + random.nextInt(100_000));
                            case 2 -> ", expires: \"%s\"".formatted(NOW.plusSeconds(random.nextInt(-1000, 1000)));
                            default -> ", halfLife: PT%dM".formatted(1 + random.nextInt(100_000));
                        });
    }

    private static ScoredLead lead(Random random) {
        Profile profile = new Profile(
                "a@b.example",
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                random.nextInt(1000),
                null,
                null,
                Map.of(),
                null);
        List<LeadActivity> activities = Stream.generate(() -> new LeadActivity(
                        UUID.randomUUID(),
                        TYPES.get(random.nextInt(TYPES.size())),
                        NOW.minus(Duration.ofMinutes(random.nextInt(-100, 500_000)))))
                .limit(random.nextInt(30))
                .toList();
        return new ScoredLead(profile, List.of(), activities);
    }
}
