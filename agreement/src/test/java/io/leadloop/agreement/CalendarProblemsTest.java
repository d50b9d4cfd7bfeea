package io.leadloop.agreement;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** In the office of the default agreement, or alone. */
class CalendarProblemsTest {

    @ParameterizedTest(name = "{0} → {1}: {2}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            zone: America/New_York, hours | zone: America/New_Yorck, hours | There is no time zone 'America/New_Yorck'. Did you mean America/New_York?
            "09:00-12:30"        | "9-12"                          | '9-12' is not understood. Write hours such as 09:00-17:30, 22:00-06:00 or 00:00-24:00.
            "09:00-12:30"        | "09:00-25:00"                   | '09:00-25:00' is not understood. Write hours such as 09:00-17:30, 22:00-06:00 or 00:00-24:00.
            "09:00-12:30"        | "09:00-09:00"                   | '09:00-09:00' takes no time. Around the clock is 00:00-24:00.
            "13:30-17:30"        | "12:00-17:30"                   | '12:00-17:30' overlaps other hours of the day.
            "13:30-17:30"        | "22:00-08:00"                   | -
            mon-fri              | monday                          | 'monday' is no day of the week. Write mon, tue, wed, thu, fri, sat, sun, or a range such as mon-fri.
            {mon-fri             | {fri: ["09:00-12:00"], mon-fri  | fri has its hours from 'fri' already. Name each day once.
            {mon-fri: ["09:00-12:30", "13:30-17:30"]} | {mon-fri: []} | The calendar has no working time at all. Give at least one day hours.
            {mon-fri: ["09:00-12:30", "13:30-17:30"]} | {}         | The calendar has no working time at all. Give at least one day hours.
            holidays: US         | holidays: us                    | 'us' is not understood. Write a country by ISO 3166, with a region if it has holidays of its own, for example US or DE-BY.
            holidays: US         | holidays: XX                    | No holidays are known of 'XX'. Known here: AD, AE, AF, AG, AI, AL, AM, AO, AQ, AR, AS, AT, AU, AW, AX, ….
            holidays: US         | holidays: DE-XX                 | No holidays are known of 'DE-XX'. Known here: DE, DE-BB, DE-BE, DE-BW, DE-BY, DE-HB, DE-HE, DE-HH, DE-MV, DE-NI, DE-NW, DE-RP, DE-SH, DE-SL, DE-SN, ….
            holidays: US         | days: {2026-02-30: []}          | '2026-02-30' is no day. Write a date such as 2026-12-24, or 12-24 for every year.
            holidays: US         | days: {Christmas: []}           | 'Christmas' is no day. Write a date such as 2026-12-24, or 12-24 for every year.
            holidays: US         | days: {12-24: ["09:00-09:00"]}  | '09:00-09:00' takes no time. Around the clock is 00:00-24:00.
            holidays: US         | overrides: [{from: 2026-07-31, to: 2026-07-01, hours: {}}] | 2026-07-01 is before 2026-07-31, where it begins.
            holidays: US         | overrides: [{from: 2026-07-32, to: 2026-08-01, hours: {}}] | '2026-07-32' is not understood. Write a date, for example 2026-12-24.
            holidays: US         | overrides: [{from: 2026-07-01, to: 2026-07-31, hours: {}}, {from: 2026-07-31, to: 2026-08-01, hours: {}}] | Another override has other hours for some of these days. Let each day have one.
            holidays: US         | overrides: [{from: 2026-01-01, to: 2027-12-31, hours: {}}] | Overrides without any hours cover 730 days. At most 366 can.
            holidays: US         | overrides: [{from: 2026-07-01, to: 2026-07-31, hours: {montag: []}}] | 'montag' is no day of the week. Write mon, tue, wed, thu, fri, sat, sun, or a range such as mon-fri.
            holidays: US         | holiday: US                     | 'holiday' is not a field here. Did you mean holidays?
            """)
    void a_wrong_calendar_is_explained(String passage, String replacement, String message) {
        // Given
        String text = Samples.changed(passage, replacement);

        // When / Then
        assertThat(Samples.messages(text)).isEqualTo(message.equals("-") ? List.of() : List.of(message));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"hours": {"mon": ["09:00-17:00"]}}          | Field 'zone' is missing.
            {"zone": "UTC", "hours": {"mon": []}}        | The calendar has no working time at all. Give at least one day hours.
            {"zone": "UTC", "hours": 5}                  | Expected fields, found a whole number.
            []                                           | Expected fields, found a list.
            """)
    void a_calendar_alone_is_checked_the_same(String json, String message) throws Exception {
        // When
        CalendarReading reading = CalendarReading.of(new JsonMapper().readTree(json));

        // Then
        assertThat(reading)
                .isInstanceOfSatisfying(
                        CalendarReading.Invalid.class,
                        invalid -> assertThat(invalid.problems().getFirst().toString())
                                .endsWith(message));
    }

    @Test
    void always_is_there_without_being_written() {
        // Given
        Agreement agreement = Agreement.signed(DefaultAgreement.text());

        // When / Then
        assertThat(agreement.calendars().names()).containsExactly("always", "office");
    }
}
