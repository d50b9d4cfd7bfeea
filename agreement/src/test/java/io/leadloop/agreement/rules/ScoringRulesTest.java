package io.leadloop.agreement.rules;

import static io.leadloop.agreement.rules.Sample.DANA;
import static io.leadloop.agreement.rules.Sample.NOW;
import static io.leadloop.agreement.rules.Sample.NO_POINTS;
import static io.leadloop.agreement.rules.Sample.ONLY_AN_ADDRESS;
import static io.leadloop.agreement.rules.Sample.activity;
import static io.leadloop.agreement.rules.Sample.agreement;
import static io.leadloop.agreement.rules.Sample.group;
import static io.leadloop.agreement.rules.Sample.lead;
import static org.assertj.core.api.Assertions.assertThat;

import io.leadloop.agreement.Agreement;
import io.leadloop.agreement.DefaultAgreement;
import io.leadloop.events.Contribution;
import io.leadloop.events.Qualification;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScoringRulesTest {

    private static final String LARGE = "{name: large, points: 40, when: 'lead.employees >= 200'}";
    private static final String LEADS_OPERATIONS =
            "{name: leads operations, points: 30, when: \"lead.jobTitle.contains('VP')\"}";
    private static final String CAME_BY_AN_ADVERTISEMENT =
            "{name: came by an advertisement, points: -25, when: \"firstTouch.medium == 'cpc'\"}";

    @Test
    void the_sample_lead_with_a_demo_request_is_A1_under_the_default_agreement() {
        // Given
        Agreement agreement = Agreement.signed(DefaultAgreement.text());
        // When
        Assessment dana =
                ScoringRules.assess(lead(DANA, activity("demo_request", Duration.ofMinutes(1))), agreement, NOW);
        // Then
        assertThat(dana.grade()).hasToString("A1");
        assertThat(dana.qualification()).isEqualTo(Qualification.MQL);
        assertThat(dana.persona()).contains("operations-leader");
    }

    @ParameterizedTest(name = "cap of the group {0}, of the axis {1}: lines {2}, fit {3}")
    @CsvSource({
        "100, 100, 40 30,       70",
        " 70, 100, 40 30,       70",
        " 50, 100, 40 30 -20,   50",
        "100,  60, 40 30 -10,   60",
        " 50,  45, 40 30 -20 -5, 45",
        "  0, 100, 40 30 -70,    0",
    })
    void what_exceeds_a_cap_is_taken_away_by_a_line_of_its_own(int groupCap, int axisCap, String lines, int fit) {
        // Given
        Agreement agreement = agreement(axisCap, group(groupCap, LARGE, LEADS_OPERATIONS), 100, NO_POINTS);
        // When
        Assessment dana = ScoringRules.assess(lead(DANA), agreement, NOW);
        // Then
        assertThat(points(dana)).isEqualTo(numbers(lines));
        assertThat(dana.fit()).isEqualTo(fit);
    }

    @Test
    void negative_points_lower_a_score_but_a_line_of_its_own_keeps_it_at_zero() {
        // Given
        Agreement lowered = agreement(group(100, LARGE, CAME_BY_AN_ADVERTISEMENT), NO_POINTS);
        Agreement below = agreement(group(0, CAME_BY_AN_ADVERTISEMENT), NO_POINTS);
        // When
        Assessment some = ScoringRules.assess(lead(DANA), lowered, NOW);
        Assessment none = ScoringRules.assess(lead(DANA), below, NOW);
        // Then
        assertThat(points(some)).containsExactly(40, -25);
        assertThat(some.fit()).isEqualTo(15);
        assertThat(points(none)).containsExactly(-25, 25);
        assertThat(none.contributions().getLast().rule()).isEqualTo("floor: fit");
        assertThat(none.fit()).isZero();
    }

    @ParameterizedTest(name = "{0} points, half-life {1}, done {2} ago: {3}")
    @CsvSource({
        " 80, P14D, PT0S,  80",
        " 80, P14D, P14D,  40",
        " 80, P14D, P28D,  20",
        " 85, P14D, P14D,  43", // 42.5 is rounded up
        " 85, P14D, P7D,   60", // 60.10
        "-40, P14D, P14D, -20",
        "  1, P7D,  P6D,    1", // 0.55
        "  1, P7D,  P8D,    0", // 0.45
        " 80, P14D, P-7D,  80", // the lead's clock is ahead
    })
    void an_activity_counts_half_after_each_half_life(int points, String halfLife, Duration ago, int left) {
        // Given
        Agreement agreement = agreement(
                NO_POINTS,
                "{name: known, cap: 100, rules: [{name: base, points: 50, when: 'true'}]}"
                        + ", "
                        + group(
                                100,
                                "{name: demo, points: %d, activity: demo_request, halfLife: %s}"
                                        .formatted(points, halfLife)));
        // When
        Assessment dana = ScoringRules.assess(lead(DANA, activity("demo_request", ago)), agreement, NOW);
        // Then
        assertThat(demoPoints(dana)).isEqualTo(left);
    }

    @ParameterizedTest(name = "{0} points over {1}, done {2} ago: {3}")
    @CsvSource({
        " 80, P10D, PT0S,  80",
        " 80, P10D, P5D,   40",
        " 85, P10D, P5D,   43", // 42.5 is rounded up
        " 80, P10D, P10D,   0",
        " 80, P10D, P11D,   0",
        "-40, P10D, P4D,  -24",
        " 80, P10D, P-7D,  80", // the lead's clock is ahead
    })
    void a_linear_rule_fades_evenly_to_nothing(int points, String over, Duration ago, int left) {
        // Given
        Agreement agreement = agreement(
                NO_POINTS,
                "{name: known, cap: 100, rules: [{name: base, points: 50, when: 'true'}]}, "
                        + group(
                                100,
                                "{name: demo, points: %d, activity: demo_request, linear: %s}"
                                        .formatted(points, over)));
        // When
        Assessment dana = ScoringRules.assess(lead(DANA, activity("demo_request", ago)), agreement, NOW);
        // Then
        assertThat(demoPoints(dana)).isEqualTo(left);
    }

    @ParameterizedTest(name = "expires {0}: counts {1}")
    @CsvSource({
        "2026-03-02,                true", // the last day
        "2026-03-01,                false",
        "2026-03-02T10:00:01Z,      true",
        "2026-03-02T10:00:00Z,      false",
        "2026-03-02T12:00:01+02:00, true",
    })
    void a_rule_counts_until_it_expires(String expires, boolean counts) {
        // Given
        Agreement agreement = agreement(
                group(100, "{name: spring, points: 10, when: 'true', expires: %s}".formatted(expires)), NO_POINTS);
        // When
        Assessment dana = ScoringRules.assess(lead(DANA), agreement, NOW);
        // Then
        assertThat(dana.fit()).isEqualTo(counts ? 10 : 0);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            activities.count('page_view') == 3                                  | true
            activities.count('page_view') > 3                                   | false
            activities.count('sneezed') == 0                                    | true
            activities.count('page_view', 'P7D') == 2                           | true
            activities.count('page_view', 'PT48H') == 1                         | true // exactly 48 hours old is too old
            activities.count('page_view', 'PT1S') == 0 && lead.employees > 10   | true
            """)
    void a_condition_may_ask_how_often_and_how_recently(String condition, String holds) {
        // Given
        Agreement agreement =
                agreement(group(100, "{name: reads, points: 10, when: \"%s\"}".formatted(condition)), NO_POINTS);
        // When
        Assessment dana = ScoringRules.assess(
                lead(
                        DANA,
                        activity("page_view", Duration.ofHours(1)),
                        activity("page_view", Duration.ofHours(48)),
                        activity("page_view", Duration.ofDays(30))),
                agreement,
                NOW);
        // Then
        assertThat(dana.fit()).isEqualTo(holds.startsWith("true") ? 10 : 0);
    }

    @Test
    void without_a_half_life_an_activity_does_not_fade() {
        // Given
        Agreement agreement = agreement(NO_POINTS, group(100, "{name: demo, points: 30, activity: demo_request}"));
        // When
        Assessment dana =
                ScoringRules.assess(lead(DANA, activity("demo_request", Duration.ofDays(900))), agreement, NOW);
        // Then
        assertThat(dana.interest()).isEqualTo(30);
    }

    @Test
    void many_activities_make_one_line_and_their_small_remainders_add_up() {
        // Given
        Agreement agreement =
                agreement(NO_POINTS, group(100, "{name: demo, points: 1, activity: page_view, halfLife: P7D}"));
        LeadActivity[] views = IntStream.range(0, 8)
                .mapToObj(view -> activity("page_view", Duration.ofDays(14)))
                .toArray(LeadActivity[]::new);
        // When
        Assessment dana = ScoringRules.assess(lead(DANA, views), agreement, NOW);
        // Then
        assertThat(dana.contributions()).singleElement().satisfies(line -> {
            assertThat(line.points()).isEqualTo(2);
            assertThat(line.reason()).isEqualTo("demo (8 times, last on 2026-02-16)");
        });
    }

    @Test
    void a_condition_beside_an_activity_must_hold_as_well() {
        // Given
        Agreement agreement = agreement(
                NO_POINTS,
                group(100, "{name: demo, points: 30, activity: demo_request, when: 'lead.employees > 5000'}"));
        // When
        Assessment dana = ScoringRules.assess(lead(DANA, activity("demo_request", Duration.ZERO)), agreement, NOW);
        // Then
        assertThat(dana.interest()).isZero();
        assertThat(dana.contributions()).isEmpty();
    }

    @Test
    void an_activity_that_no_rule_names_changes_nothing() {
        // Given
        Agreement agreement = Agreement.signed(DefaultAgreement.text());
        // When
        Assessment with = ScoringRules.assess(lead(DANA, activity("sneezed", Duration.ZERO)), agreement, NOW);
        // Then
        assertThat(with).isEqualTo(ScoringRules.assess(lead(DANA), agreement, NOW));
    }

    @Test
    void the_first_persona_that_fits_is_the_leads() {
        // Given
        Agreement agreement = agreement(NO_POINTS, NO_POINTS);
        // When
        Assessment dana = ScoringRules.assess(lead(DANA), agreement, NOW);
        Assessment nobody = ScoringRules.assess(lead(ONLY_AN_ADDRESS), agreement, NOW);
        // Then
        assertThat(dana.persona()).contains("operations");
        assertThat(nobody.persona()).isEmpty();
    }

    @Test
    void a_lead_of_whom_only_the_address_is_known_is_held_and_one_known_to_fit_badly_is_disqualified() {
        // Given
        Agreement agreement = agreement(NO_POINTS, NO_POINTS);
        // When
        Assessment unknown = ScoringRules.assess(lead(ONLY_AN_ADDRESS), agreement, NOW);
        Assessment known = ScoringRules.assess(lead(DANA), agreement, NOW);
        // Then
        assertThat(unknown.grade()).hasToString("D4");
        assertThat(unknown.qualification()).isEqualTo(Qualification.HELD);
        assertThat(known.grade()).hasToString("D4");
        assertThat(known.qualification()).isEqualTo(Qualification.DISQUALIFIED);
    }

    private static int demoPoints(Assessment assessment) {
        return assessment.contributions().stream()
                .filter(line -> line.rule().equals("demo"))
                .mapToInt(Contribution::points)
                .sum();
    }

    private static List<Integer> points(Assessment assessment) {
        return assessment.contributions().stream().map(Contribution::points).toList();
    }

    private static List<Integer> numbers(String text) {
        return Arrays.stream(text.split(" ")).map(Integer::valueOf).toList();
    }
}
