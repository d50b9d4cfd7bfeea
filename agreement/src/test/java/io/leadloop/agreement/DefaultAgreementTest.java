package io.leadloop.agreement;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DefaultAgreementTest {

    private static final Agreement AGREEMENT = Agreement.signed(DefaultAgreement.text());

    @Test
    void the_shipped_text_is_an_agreement_and_none_of_its_conditions_fails() {
        // When / Then
        assertThat(Samples.problems(DefaultAgreement.text())).isEmpty();
        assertThat(AGREEMENT.document().name()).isEqualTo("Leadloop default");
        assertThat(AGREEMENT.conditions().failures()).isEmpty();
    }

    @Test
    void its_hash_is_that_of_the_text() {
        // When / Then
        assertThat(AGREEMENT.sha256()).isEqualTo(AgreementHash.sha256(AGREEMENT.text()));
        assertThat(AgreementHash.sha256("abc"))
                .as("the standard's own example")
                .isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    }

    @Test
    void the_sample_lead_meets_enough_fit_rules_for_an_A() {
        // Given
        LeadFacts dana = LeadFacts.of(Samples.DANA, List.of());

        // When
        int fit = AGREEMENT.document().scorecard().fit().groups().stream()
                .mapToInt(group -> Math.min(
                        group.cap(),
                        group.rules().stream()
                                .filter(rule -> AGREEMENT.conditions().holds(rule.when(), dana))
                                .mapToInt(Scorecard.Rule::points)
                                .sum()))
                .sum();

        // Then
        assertThat(fit).isEqualTo(100);
        assertThat(AGREEMENT.persona(dana)).map(AgreementDocument.Persona::name).hasValue("operations-leader");
        assertThat(AGREEMENT.pool(dana)).map(AgreementDocument.Pool::name).hasValue("everyone");
    }

    @Test
    void an_offer_is_to_be_answered_within_fifteen_minutes() {
        // When / Then
        assertThat(AGREEMENT.clock("acceptance")).hasValueSatisfying(clock -> {
            assertThat(clock.kind()).isEqualTo(ClockRule.Kind.ACCEPTANCE);
            assertThat(clock.within()).isEqualTo(Duration.ofMinutes(15));
            assertThat(clock.calendar()).isEqualTo("always");
            assertThat(clock.warnAt()).containsExactly(0.5, 0.8);
            assertThat(clock.onBreach()).hasValue("reassign");
        });
        assertThat(AGREEMENT.document().clocks())
                .extracting(ClockRule::name)
                .containsExactly("acceptance", "first-attempt", "attempts");
    }

    @ParameterizedTest(name = "{0} → {1}")
    @CsvSource({
        "VP Operations, operations-leader",
        "Senior Vice President of Operations, operations-leader",
        "COO, operations-leader",
        "Head of Sales, sales-leader",
        "chief marketing officer, marketing-leader",
        "CEO, executive",
        "Cooperative Trainer, -",
        "Student, -"
    })
    void a_persona_is_told_by_whole_words_of_the_title(String jobTitle, String persona) {
        // Given
        LeadFacts facts = new LeadFacts(Map.of("lead.jobTitle", jobTitle), true);

        // When / Then
        assertThat(AGREEMENT.persona(facts).map(AgreementDocument.Persona::name).orElse("-"))
                .isEqualTo(persona);
    }

    @Test
    void its_examples_cover_every_decision() {
        // When / Then
        assertThat(AGREEMENT.document().examples())
                .extracting(example -> example.expect().decision().orElseThrow().name())
                .contains("MQL", "NURTURE", "DISQUALIFIED", "HELD");
    }

    @Test
    void an_example_is_a_lead_as_it_is_posted() {
        // When
        Example first = AGREEMENT.document().examples().getFirst();

        // Then
        assertThat(first.lead().jobTitle()).isEqualTo("VP Operations");
        assertThat(first.touches())
                .singleElement()
                .satisfies(touch -> assertThat(touch.source()).isEqualTo("google"));
        assertThat(first.activities())
                .containsExactly(new Example.ExampleActivity("demo_request", Duration.ofHours(1)));
        assertThat(first.expect().grade()).hasValue(Grade.of("A1"));
    }
}
