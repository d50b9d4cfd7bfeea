package io.leadloop.agreement;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a draft is refused for although it can be read: a rule that can never say anything. */
class DraftCheckTest {

    private static final Instant NOW = Instant.parse("2026-03-02T10:00:00Z");
    private static final String CONDITION = "lead.employees >= 200\"";

    @Test
    void the_default_agreement_is_a_draft_without_problems() {
        assertThat(messages(DefaultAgreement.text())).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '→', quoteCharacter = '`', textBlock = """
            lead.employees > 10 && lead.employees < 5 → The condition can never hold: what it asks of lead.employees excludes itself. Did you mean || instead of &&, or another number?
            lead.employees > 10 && lead.employees < 11 → The condition can never hold: what it asks of lead.employees excludes itself. Did you mean || instead of &&, or another number?
            lead.employees < 0 → The condition can never hold: what it asks of lead.employees excludes itself. Did you mean || instead of &&, or another number?
            200 <= lead.employees && !(lead.employees > 100) → The condition can never hold: what it asks of lead.employees excludes itself. Did you mean || instead of &&, or another number?
            lead.country == 'US' && lead.country == 'CA' → The condition can never hold: what it asks of lead.country excludes itself. Did you mean || instead of &&, or another number?
            lead.country in ['US', 'CA'] && lead.country in ['DE'] → The condition can never hold: what it asks of lead.country excludes itself. Did you mean || instead of &&, or another number?
            lead.consent && !lead.consent → The condition can never hold: what it asks of lead.consent excludes itself. Did you mean || instead of &&, or another number?
            activities.count('page_view', 'P7D') > 3 && activities.count('page_view', 'P7D') < 3 → The condition can never hold: what it asks of activities.count('page_view', 'P7D') excludes itself. Did you mean || instead of &&, or another number?
            (lead.employees < 5 || lead.company == 'x') && lead.employees > 10 && lead.company == 'y' → The condition can never hold: what it asks of lead.employees excludes itself. Did you mean || instead of &&, or another number?
            false → The condition is always false. Remove the rule, or say when it holds.
            1 > 2 && lead.employees > 3 → The condition is always false. Remove the rule, or say when it holds.
            lead.country == 'USA' → lead.country is never 'USA'. Did you mean 'US'?
            lead.country in ['DE', 'Austria'] → lead.country is never 'Austria'. Did you mean 'AT'?
            lead.country == 'EMEA' || lead.employees > 3 → lead.country is never 'EMEA'. Write a country by ISO 3166 in two capital letters, for example 'US'.
            lead.emailDomain == 'Acme.example' → lead.emailDomain is never 'Acme.example'. It is kept in small letters: write 'acme.example'.
            activities.count('pageview') > 3 → There is no activity 'pageview'. Did you mean page_view?
            """)
    void a_condition_that_can_never_hold_is_refused(String condition, String message) {
        // Given
        String text = Samples.changed(CONDITION, condition + "\"");

        // When / Then
        assertThat(messages(text)).containsExactly(message);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "lead.employees > 10 || lead.employees < 5",
                "lead.employees >= 10 && lead.employees <= 10",
                "lead.country == 'US' || lead.country == 'CA'",
                "lead.country != 'US' && lead.country != 'CA'",
                "lead.country == ''",
                "!(lead.employees > 10 && lead.employees < 5)",
                "lead.jobTitle.matches('a') && !lead.jobTitle.matches('b')",
                "'plan' in lead.attributes && lead.attributes['plan'] == 'gold'",
                "firstTouch.source == 'google' && lastTouch.source == 'bing'",
                "activities.count('page_view', 'P7D') > 3 && activities.count('page_view', 'P30D') < 9",
                "true"
            })
    void a_condition_that_some_lead_can_meet_is_accepted(String condition) {
        assertThat(messages(Samples.changed(CONDITION, condition + "\""))).isEmpty();
    }

    @ParameterizedTest(name = "{1}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            activity: webinar_attended | activity: webinar_atended              | There is no activity 'webinar_atended'. Did you mean webinar_attended?
            activity: webinar_attended | activity: sneezed                      | There is no activity 'sneezed'. List your own types at the top: activities: [sneezed].
            {type: content_download    | {type: content_downlod                 | There is no activity 'content_downlod'. Did you mean content_download?
            activity: webinar_attended | expires: 2026-03-01, activity: webinar_attended | The rule expired before this can be in force. Remove the rule, or give it a later end.
            activity: webinar_attended | expires: 2026-03-02T09:00:00Z, activity: webinar_attended | The rule expired before this can be in force. Remove the rule, or give it a later end.
            """)
    void a_rule_that_can_say_nothing_is_refused(String passage, String replacement, String message) {
        assertThat(messages(Samples.changed(passage, replacement))).containsExactly(message);
    }

    @Test
    void an_activity_of_ones_own_is_listed_first() {
        assertThat(messages(Samples.changed("activity: webinar_attended", "activity: sneezed")
                        .replace("zone: UTC\ncurrency", "activities: [sneezed]\nzone: UTC\ncurrency")))
                .isEmpty();
    }

    @Test
    void a_problem_is_shown_where_the_comparison_stands() {
        // Given
        String text = Samples.changed(CONDITION, "lead.company != '' && lead.country == 'USA'\"");

        // When
        Problem problem = ((AgreementReading.Invalid) Agreement.readDraft(text, NOW))
                .problems()
                .getFirst();

        // Then
        String line = text.lines().skip(problem.line() - 1L).findFirst().orElseThrow();
        assertThat(line.substring(problem.column() - 1)).startsWith("lead.country");
    }

    @Test
    void what_was_signed_stays_readable_when_a_rule_has_expired_or_more_mistakes_are_known() {
        // Given
        String text = Samples.changed("activity: webinar_attended", "expires: 2020-01-01, activity: sneezed")
                .replace(CONDITION, "false\"");

        // When / Then
        assertThat(Agreement.read(text)).isInstanceOf(AgreementReading.Valid.class);
        assertThat(messages(text)).hasSize(3);
    }

    private static List<String> messages(String text) {
        return Agreement.readDraft(text, NOW) instanceof AgreementReading.Invalid invalid
                ? invalid.problems().stream()
                        .map(problem -> problem.suggestion().isEmpty()
                                ? problem.message()
                                : problem.message() + " " + problem.suggestion())
                        .toList()
                : List.of();
    }
}
