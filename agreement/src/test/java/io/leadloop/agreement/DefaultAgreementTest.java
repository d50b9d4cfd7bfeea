package io.leadloop.agreement;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadloop.events.Profile;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DefaultAgreementTest {

    @Test
    void the_shipped_text_is_an_agreement() {
        // When
        AgreementReading reading = Agreement.read(DefaultAgreement.text());

        // Then
        assertThat(reading).isInstanceOf(AgreementReading.Valid.class);
    }

    @Test
    void the_persona_is_found_within_a_longer_title() {
        // Given
        Agreement agreement = Agreement.signed(DefaultAgreement.text());
        Profile profile = new Profile(
                null, null, null, null, null, "Senior VP Operations", null, null, null, null, null, Map.of(), null);

        // When / Then
        assertThat(agreement.persona(LeadFacts.of(profile, List.of())))
                .hasValueSatisfying(persona -> assertThat(persona.name()).isEqualTo("operations-leader"));
    }
}
