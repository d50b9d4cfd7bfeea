package io.leadloop.agreement.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadloop.agreement.Agreement;
import io.leadloop.agreement.DefaultAgreement;
import org.junit.jupiter.api.Test;

class DefaultAgreementExamplesTest {

    @Test
    void every_example_of_the_default_agreement_comes_out_as_it_says() {
        // Given
        Agreement agreement = Agreement.signed(DefaultAgreement.text());

        // When / Then
        assertThat(agreement.document().examples()).isNotEmpty();
        assertThat(ExampleRules.broken(agreement, Sample.NOW)).isEmpty();
    }
}
