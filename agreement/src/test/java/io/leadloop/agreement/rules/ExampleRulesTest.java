package io.leadloop.agreement.rules;

import static io.leadloop.agreement.rules.Sample.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import io.leadloop.agreement.Agreement;
import io.leadloop.agreement.DefaultAgreement;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExampleRulesTest {

    private static final String FIRST_EXAMPLE = "examples:\n  - name: an operations leader who asks for a demo\n";

    @ParameterizedTest(name = "{0} → {1}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            points: 85, activity: demo_request | points: 5, activity: demo_request | an operations leader who asks for a demo: grade is A4, not A1 (fit 100: 200 people or more +40, decides +30, company is named +10, industry is named +10, business address +5, phone number +5; interest 5: demo request +5); decision is nurture, not mql (grade A4)
            letters: {A: 70            | letters: {A: 96              | the same leader before asking for anything: grade is B4, not A4 (fit 95: 200 people or more +40, decides +30, company is named +10, industry is named +10, business address +5; interest 0); decision is held, not nurture (grade B4)
            mql: [A1, A2, B1]          | mql: [A1, A2, B1, C3]        | a manager of a small company who reads: decision is mql, not held (grade C3)
            `.*oper|`                  | `.*xoper|`                   | an operations leader who asks for a demo: persona is none, not operations-leader
            pools:                     | pools: [{name: americas, when: "lead.country == 'US'", teams: [sales], capacityPerRep: 50, fallback: wait},| an operations leader who asks for a demo: pool is americas, not everyone
            """)
    void a_broken_example_says_what_came_out_and_why(String passage, String replacement, String expected) {
        // Given
        Agreement agreement = changed(passage, replacement);

        // When
        List<BrokenExample> broken = ExampleRules.broken(agreement, NOW);

        // Then
        assertThat(broken)
                .extracting(BrokenExample::toString)
                .contains("Example '" + expected.replaceFirst(": ", "' breaks: ") + ".");
    }

    @ParameterizedTest(name = "due {0} → broken: {1}")
    @CsvSource({"2026-03-07T18:15:00-05:00, false", "2026-03-07T23:15:00Z, false", "2026-03-07T18:10:00-05:00, true"})
    void a_due_time_is_counted_from_the_examples_own_moment(String due, boolean breaks) {
        // Given
        Agreement agreement = changed(
                FIRST_EXAMPLE,
                FIRST_EXAMPLE
                        + "    lead: {company: Acme}\n    at: 2026-03-07T18:00:00-05:00\n    expect: {due: {acceptance: "
                        + due + "}}\n  - name: the next\n");

        // When
        List<BrokenExample> broken = ExampleRules.broken(agreement, NOW);

        // Then
        assertThat(broken.isEmpty()).isNotEqualTo(breaks);
        assertThat(broken)
                .allSatisfy(example -> assertThat(example.toString())
                        .endsWith("due time of clock acceptance is 2026-03-07T23:15:00Z, not 2026-03-07T23:10:00Z"
                                + " (from 2026-03-07T23:00:00Z)."));
    }

    @Test
    void a_lead_of_saturday_evening_is_due_in_the_working_time_of_monday() {
        // Given
        Agreement agreement = Agreement.signed(DefaultAgreement.text()
                .replace("calendar: always", "calendar: office")
                .replace("within: PT15M", "within: PT1H")
                .replace(
                        FIRST_EXAMPLE,
                        FIRST_EXAMPLE
                                + "    lead: {company: Acme}\n    at: 2026-03-07T18:00:00-05:00\n    expect: {due: {acceptance:"
                                + " 2026-03-09T10:00:00-04:00}}\n  - name: the next\n"));

        // When / Then
        assertThat(ExampleRules.broken(agreement, NOW)).isEmpty();
    }

    /** Both sides of a pool list in flow style are closed by hand. */
    private static Agreement changed(String passage, String replacement) {
        assertThat(DefaultAgreement.text()).contains(passage);
        String text = DefaultAgreement.text().replace(passage, replacement);
        return Agreement.signed(
                replacement.startsWith("pools: [")
                        ? text.replace("    - {name: everyone", "      {name: everyone")
                                .replace("fallback: wait}\n\ncalendars", "fallback: wait}]\n\ncalendars")
                        : text);
    }
}
