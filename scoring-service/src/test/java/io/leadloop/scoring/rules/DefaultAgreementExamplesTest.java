package io.leadloop.scoring.rules;

import static io.leadloop.scoring.rules.Sample.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import io.leadloop.agreement.Agreement;
import io.leadloop.agreement.DefaultAgreement;
import io.leadloop.agreement.Example;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DefaultAgreementExamplesTest {
    private static final Agreement AGREEMENT = Agreement.signed(DefaultAgreement.text());

    static Stream<Example> examples() {
        return AGREEMENT.document().examples().stream();
    }

    @ParameterizedTest
    @MethodSource("examples")
    void every_example_of_the_default_agreement_comes_out_as_it_says(Example example) {
        // Given
        ScoredLead lead = new ScoredLead(
                example.lead(),
                example.touches(),
                example.activities().stream()
                        .map(activity ->
                                new LeadActivity(UUID.randomUUID(), activity.type(), NOW.minus(activity.ago())))
                        .toList());
        // When
        Assessment assessment = ScoringRules.assess(lead, AGREEMENT, NOW);
        // Then
        example.expect()
                .grade()
                .ifPresent(grade -> assertThat(assessment.grade()).isEqualTo(grade));
        example.expect()
                .decision()
                .ifPresent(decision -> assertThat(assessment.qualification()).isEqualTo(decision));
        example.expect()
                .persona()
                .ifPresent(persona -> assertThat(assessment.persona()).contains(persona));
    }
}
