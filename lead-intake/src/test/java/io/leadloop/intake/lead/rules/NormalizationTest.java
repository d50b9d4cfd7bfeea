package io.leadloop.intake.lead.rules;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NormalizationTest {

    @ParameterizedTest
    @CsvSource({
        "' Dana.Reyes@Acme-Industries.Example ', dana.reyes@acme-industries.example",
        "dana+demo@acme.example,                 dana+demo@acme.example",
        "d.a.n.a@gmail.com,                      d.a.n.a@gmail.com",
        "DANA@MÜLLER.example,                    dana@müller.example",
    })
    void the_same_mailbox_in_other_letters_is_the_same_address(String given, String normalized) {
        assertThat(EmailAddress.normalize(given)).contains(normalized);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "dana", "dana@", "@acme.example", "dana@localhost", "a b@acme.example", "dana@[127.0.0.1]"})
    void what_is_no_address_is_refused(String given) {
        assertThat(EmailAddress.normalize(given)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "+1 212 555 0142, ,   +12125550142",
        "(212) 555-0142,  US, +12125550142",
        "030 901820,      DE, +4930901820",
        "call me,         US, call me",
        "ext. 5,          ,   ext. 5",
    })
    void a_phone_number_is_e164_where_it_is_understood_and_kept_otherwise(
            String given, String country, String normalized) {
        assertThat(PhoneNumber.normalize(given, country)).isEqualTo(normalized);
    }

    @ParameterizedTest
    @CsvSource({"us, US", "United States, US", "' germany ', DE", "DE, DE"})
    void a_country_is_known_by_code_and_by_english_name(String given, String code) {
        assertThat(Country.code(given)).contains(code);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "XX", "Atlantis"})
    void an_unknown_country_is_not_guessed(String given) {
        assertThat(Country.code(given)).isEmpty();
    }
}
