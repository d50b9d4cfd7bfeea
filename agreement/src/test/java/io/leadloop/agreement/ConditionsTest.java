package io.leadloop.agreement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cel.common.CelValidationException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConditionsTest {

    private static final LeadFacts DANA = LeadFacts.of(
            Samples.DANA,
            List.of(
                    Samples.touch("newsletter", "2026-03-02T10:00:00Z"),
                    Samples.touch("google", "2026-02-01T10:00:00Z")));

    private static final LeadFacts NOBODY = LeadFacts.of(Samples.NOBODY, List.of());

    @ParameterizedTest(name = "{0}: known lead {1}, unknown lead {2}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            lead.employees >= 200                          | true  | false
            lead.employees == 0                            | false | true
            lead.jobTitle.matches('(?i)vp.*OPER')          | true  | false
            lead.jobTitle.matches('Oper')                  | true  | false
            lead.jobTitle.matches('^Oper')                 | false | false
            lead.jobTitle == ''                            | false | true
            lead.emailDomain == 'acme-industries.example'  | true  | false
            lead.country in ['US', 'CA']                   | true  | false
            lead.consent                                   | true  | false
            'plan' in lead.attributes                      | true  | false
            lead.attributes['plan'] == 'gold'              | true  | false
            firstTouch.source == 'google'                  | true  | false
            lastTouch.source == 'newsletter'               | true  | false
            firstTouch.campaign == ''                      | true  | true
            lead.message.contains('demo') && lead.phone.startsWith('+1') | true | false
            true                                           | true  | true
            """)
    void a_condition_holds_or_not(String condition, boolean known, boolean unknown) throws CelValidationException {
        // Given
        Conditions conditions = conditions(condition);

        // When / Then
        assertThat(conditions.holds(condition, DANA)).isEqualTo(known);
        assertThat(conditions.holds(condition, NOBODY)).isEqualTo(unknown);
    }

    @Test
    void a_condition_that_fails_does_not_hold_and_is_counted_without_personal_data() throws CelValidationException {
        // Given
        String condition = "int(lead.phone) > 3";
        Conditions conditions = conditions(condition, "lead.employees > 5");

        // When
        Verdict verdict = conditions.verdict(condition, NOBODY);

        // Then
        assertThat(verdict).isEqualTo(new Verdict.Failed("BAD_FORMAT"));
        assertThat(verdict.holds()).isFalse();
        assertThat(conditions.failures()).isEqualTo(Map.of(condition, 1L));
    }

    @Test
    void an_attribute_that_the_lead_lacks_fails_unless_it_is_asked_for_first() throws CelValidationException {
        // Given
        String careless = "lead.attributes['plan'] == 'gold'";
        String careful = "'plan' in lead.attributes && lead.attributes['plan'] == 'gold'";
        Conditions conditions = conditions(careless, careful);

        // When / Then
        assertThat(conditions.verdict(careless, NOBODY)).isEqualTo(new Verdict.Failed("ATTRIBUTE_NOT_FOUND"));
        assertThat(conditions.verdict(careful, NOBODY)).isEqualTo(Verdict.DOES_NOT_HOLD);
    }

    @Test
    void a_text_that_is_no_condition_of_the_agreement_is_refused() throws CelValidationException {
        // Given
        Conditions conditions = conditions("lead.employees > 5");

        // When / Then
        assertThatThrownBy(() -> conditions.holds("lead.employees > 6", DANA))
                .hasMessage("Not a condition of this agreement: lead.employees > 6");
    }

    @Test
    void a_hostile_pattern_is_answered_in_linear_time() throws CelValidationException {
        // Given
        String condition = "('" + "a".repeat(500) + "!').matches('^(a+)+$')";
        Conditions conditions = conditions(condition);

        // When / Then: a backtracking engine would not come back
        assertThat(conditions.verdict(condition, DANA)).isEqualTo(Verdict.DOES_NOT_HOLD);
    }

    private static Conditions conditions(String... texts) throws CelValidationException {
        Map<String, CompiledCondition> programs = new java.util.HashMap<>();
        for (String text : texts) {
            programs.put(text, Conditions.compile(text));
        }
        return new Conditions(programs);
    }
}
