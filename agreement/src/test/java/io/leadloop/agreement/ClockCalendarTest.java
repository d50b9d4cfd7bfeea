package io.leadloop.agreement;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Whose hours count: an hour from Monday 15:00 UTC, when the day of Berlin (9:00 to 15:00 there) is over.
 */
class ClockCalendarTest {
    private static final Instant MONDAY = Instant.parse("2026-03-02T15:00:00Z");

    @ParameterizedTest(name = "{0} for rep {1} in {2}, team {3}, lead of {4}: {5}")
    @CsvSource(delimiter = '|', textBlock = """
            calendar: always                     | ben | UTC           | sales | DE | 2026-03-02T16:00:00Z
            calendar: berlin                     | ben | UTC           | sales | US | 2026-03-03T09:00:00Z
            calendarOf: rep                      | ben | UTC           | sales | US | 2026-03-03T09:00:00Z
            calendarOf: rep                      | ana | UTC           | sales | US | 2026-03-02T16:00:00Z
            calendarOf: team                     | ana | UTC           | emea  | US | 2026-03-03T09:00:00Z
            calendarOf: team                     | ana | UTC           | sales | US | 2026-03-02T16:00:00Z
            calendarOf: lead                     | ana | UTC           | sales | DE | 2026-03-03T09:00:00Z
            calendarOf: lead                     | ana | UTC           | sales |    | 2026-03-02T16:00:00Z
            calendar: berlin, zoneOf: rep        | ana | Asia/Tokyo    | sales | US | 2026-03-03T01:00:00Z
            calendar: berlin, zoneOf: rep        | ana | No/Where      | sales | US | 2026-03-03T09:00:00Z
            calendar: berlin, zoneOf: agreement  | ana | Asia/Tokyo    | sales | US | 2026-03-03T10:00:00Z
            """)
    void a_clock_counts_in_the_hours_that_the_agreement_says(
            String says, String rep, String zone, String team, String country, Instant due) {
        // Given
        Agreement agreement = Agreement.signed(
                Samples.changed("to: attempt, within: PT1H, calendar: always", "to: attempt, within: PT1H, " + says)
                        .replace(
                                "  - {name: office",
                                "  - {name: berlin, zone: Europe/Berlin, hours: {mon-fri: [\"09:00-15:00\"]},"
                                        + " of: {reps: [ben], teams: [emea], countries: [DE]}}\n  - {name: office"));
        ClockRule clock = agreement.clock("first-attempt").orElseThrow();

        // When / Then
        assertThat(agreement.dueAt(clock, Whose.of(rep, zone, team, country), MONDAY))
                .isEqualTo(due);
    }
}
