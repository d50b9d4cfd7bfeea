package io.leadloop.sla.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.leadloop.agreement.Agreement;
import io.leadloop.agreement.Calendars;
import io.leadloop.agreement.DefaultAgreement;
import io.leadloop.agreement.workingtime.WorkingInterval;
import io.leadloop.http.ProblemException;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PreviewPromiseTest {
    private static final Calendars IN_FORCE =
            Agreement.signed(DefaultAgreement.text()).calendars();
    private static final String NINE = "{\"zone\": \"UTC\", \"hours\": {\"mon-fri\": [\"09:00-17:00\"]}}";

    @Test
    void saturday_evening_under_an_hour_of_working_time_is_due_on_monday_at_ten() {
        // Given
        PreviewRequest request = request(NINE, "2026-03-07T18:00:00Z", "PT1H", null);

        // When
        PreviewAnswer answer = PreviewPromise.answer(request, IN_FORCE);

        // Then
        assertThat(answer.due()).isEqualTo("2026-03-09T10:00:00Z");
        assertThat(answer.intervals())
                .containsExactly(new WorkingInterval(
                        Instant.parse("2026-03-09T09:00:00Z"), Instant.parse("2026-03-09T10:00:00Z")));
        assertThat(answer.workingTime()).isNull();
    }

    @Test
    void between_two_moments_lies_working_time() {
        // Given
        PreviewRequest request = request("\"office\"", "2026-07-02T12:00", null, "2026-07-06T10:00");

        // When
        PreviewAnswer answer = PreviewPromise.answer(request, IN_FORCE);

        // Then
        assertThat(answer.workingTime()).isEqualTo(Duration.ofMinutes(30 + 240 + 60));
        assertThat(answer.zone()).isEqualTo("America/New_York");
        assertThat(answer.due()).isNull();
    }

    @Test
    void a_long_list_of_intervals_is_cut_and_says_so() {
        // When
        PreviewAnswer answer = PreviewPromise.answer(request(NINE, "2026-03-02T09:00:00Z", "PT8000H", null), IN_FORCE);

        // Then
        assertThat(answer.intervals()).hasSize(200);
        assertThat(answer.more()).isTrue();
    }

    @ParameterizedTest(name = "{0} {1} {2} {3}: {4}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            "office"  | 2026-03-02T10:00:00Z | PT1H    | 2026-03-02T10:00:00Z | within: say either within (when is it due?) or to (how much lies between?)
            "office"  | 2026-03-02T10:00:00Z |         |                      | within: say either within (when is it due?) or to (how much lies between?)
            "offices" | 2026-03-02T10:00:00Z | PT1H    |                      | calendar: must be one of the agreement's (always, office), or a whole calendar with zone and hours
            "office"  | Monday               | PT1H    |                      | from: must be a time, for example 2026-03-07T18:00:00-05:00
            "office"  | 2026-03-02           | PT1H    |                      | from: must be a time, for example 2026-03-07T18:00:00-05:00
            "office"  | 1815-03-02T10:00:00Z | PT1H    |                      | from: must lie between the years 1970 and 2200
            "office"  | 2026-03-02T10:00:00Z | -PT1H   |                      | within: must be between PT0S and PT175680H
            "office"  | 2026-03-02T10:00:00Z |         | 2026-03-01T10:00:00Z | to: must be after from, by at most 20 years
            "office"  | 2026-03-02T10:00:00Z |         | 2126-03-01T10:00:00Z | to: must be after from, by at most 20 years
            "office"  | 2026-03-02T10:00:00Z | PT99999H |                     | calendar: The calendar has less than PT99999H of working time in the 20 years after 2026-03-02. Give it more hours, or promise less.
            {"zone": "UTC", "hours": {"mon": []}} | 2026-03-02T10:00:00Z | PT1H | | calendar.hours: The calendar has no working time at all. Give at least one day hours.
            5         | 2026-03-02T10:00:00Z | PT1H    |                      | calendar: Expected fields, found a whole number.
            """)
    void a_wrong_question_is_answered_by_what_to_write(
            String calendar, String from, Duration within, String to, String message) {
        // Given
        PreviewRequest request = request(calendar, from, within == null ? null : within.toString(), to);

        // When / Then
        assertThatThrownBy(() -> PreviewPromise.answer(request, IN_FORCE))
                .isInstanceOf(ProblemException.class)
                .hasMessage(message);
    }

    private static PreviewRequest request(String calendar, String from, String within, String to) {
        try {
            return new PreviewRequest(
                    new JsonMapper().readTree(calendar), from, within == null ? null : Duration.parse(within), to);
        } catch (JsonProcessingException wrong) {
            throw new IllegalArgumentException(calendar, wrong);
        }
    }
}
