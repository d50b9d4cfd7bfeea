package io.leadloop.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadloop.deploy.Service;
import io.leadloop.systemtests.world.Api.Answer;
import io.leadloop.systemtests.world.SampleWorld;
import org.junit.jupiter.api.Test;

/** People check a promise before they sign it. */
class CalendarIT {
    private final SampleWorld world = SampleWorld.running();

    @Test
    void a_promise_in_working_time_can_be_checked_before_it_is_signed() {
        // Given the calendars in force
        Answer calendars = world.marketing(Service.SLA_TRACKER).get("/v1/calendars");
        assertThat(calendars.status()).as(calendars.body()).isEqualTo(200);
        assertThat(calendars.json().get("items").findValuesAsText("name")).contains("office", "always");

        // When a lead arrives in the office on the evening before the observed fourth of July
        Answer due = preview("{\"calendar\":\"office\",\"from\":\"2026-07-02T17:00\",\"within\":\"PT1H\"}");

        // Then half of its hour is left for Monday
        assertThat(due.status()).as(due.body()).isEqualTo(200);
        assertThat(due.json().get("due").asText()).isEqualTo("2026-07-06T13:30:00Z");
        assertThat(due.json().get("intervals")).hasSize(2);
    }

    @Test
    void a_calendar_that_somebody_is_writing_can_be_tried() {
        // When
        Answer between = preview("{\"calendar\":{\"zone\":\"Europe/Berlin\",\"hours\":{\"mon-fri\":[\"09:00-17:00\"]},"
                + "\"holidays\":\"DE-BY\"},\"from\":\"2026-01-05T16:30\",\"to\":\"2026-01-07T09:30\"}");

        // Then
        assertThat(between.status()).as(between.body()).isEqualTo(200);
        assertThat(between.json().get("workingTime").asText()).isEqualTo("PT1H");
    }

    @Test
    void a_calendar_without_hours_is_refused_with_what_to_do() {
        // When
        Answer refused = preview("{\"calendar\":{\"zone\":\"UTC\",\"hours\":{\"mon\":[]}},"
                + "\"from\":\"2026-01-05T16:30\",\"within\":\"PT1H\"}");

        // Then
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.json().get("detail").asText()).contains("no working time at all");
    }

    private Answer preview(String question) {
        return world.marketing(Service.SLA_TRACKER).post("/v1/calendars/preview", question);
    }
}
