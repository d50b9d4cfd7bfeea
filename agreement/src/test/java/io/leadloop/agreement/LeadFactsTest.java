package io.leadloop.agreement;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadloop.events.EventJson;
import io.leadloop.events.Profile;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LeadFactsTest {

    @ParameterizedTest(name = "{0} → known {1}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {}                                        | false
            {"email": "someone@gmail.com"}            | false
            {"firstName": "Dana", "phone": "+1212"}   | false
            {"message": "hello"}                      | false
            {"consent": {"marketing": true}}          | false
            {"company": "  "}                         | false
            {"company": "Acme"}                       | true
            {"jobTitle": "Student"}                   | true
            {"country": "US"}                         | true
            {"industry": "Manufacturing"}             | true
            {"employees": 0}                          | true
            {"website": "acme.example"}               | true
            {"attributes": {"plan": "gold"}}          | true
            """)
    void a_profile_is_known_by_what_it_says_of_the_buyer_not_by_an_address(String profile, boolean known) {
        // When
        LeadFacts facts = LeadFacts.of(EventJson.read(profile, Profile.class), List.of());

        // Then
        assertThat(facts.profileKnown()).isEqualTo(known);
    }

    @Test
    void every_word_has_a_value_for_a_lead_of_whom_nothing_is_known() {
        // When
        LeadFacts facts = LeadFacts.of(Samples.NOBODY, List.of());

        // Then
        assertThat(facts.values()).hasSameSizeAs(Vocabulary.WORDS).doesNotContainValue(null);
    }

    @Test
    void a_touch_without_a_time_is_older_than_any_other() {
        // When
        LeadFacts facts = LeadFacts.of(
                Samples.NOBODY, List.of(Samples.touch("google", "2026-02-01T10:00:00Z"), Samples.touch("fair", null)));

        // Then
        assertThat(facts.values())
                .containsEntry("firstTouch.source", "fair")
                .containsEntry("lastTouch.source", "google");
    }
}
