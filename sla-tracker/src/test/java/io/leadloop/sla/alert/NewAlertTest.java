package io.leadloop.sla.alert;

import static io.leadloop.sla.alert.SampleAlerts.AT;
import static org.assertj.core.api.Assertions.assertThat;

import io.leadloop.events.EventJson;
import io.leadloop.events.Quota;
import io.leadloop.sla.Sight;
import io.leadloop.webhooks.WebhookMessage;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class NewAlertTest {

    static Stream<Arguments> steps() {
        return Stream.of(
                Arguments.of(NewAlert.warned(SampleAlerts.clock("reassign"), AT, 0.8), "warned", 0.8, null),
                Arguments.of(NewAlert.breached(SampleAlerts.clock("remind"), AT), "breached", 1.0, "remind"),
                Arguments.of(NewAlert.breached(SampleAlerts.clock("reassign"), AT), "breached", 1.0, "reassign"),
                Arguments.of(NewAlert.breached(SampleAlerts.clock(null), AT), "breached", 1.0, null),
                Arguments.of(
                        NewAlert.escalated(SampleAlerts.clock("remind"), AT, 1, "escalate"),
                        "escalated",
                        2.0,
                        "escalate"),
                Arguments.of(
                        NewAlert.escalated(SampleAlerts.clock("remind"), AT, 2, "reassign"),
                        "escalated",
                        3.0,
                        "reassign"));
    }

    @ParameterizedTest(name = "{1} at {2}: {3}")
    @MethodSource("steps")
    void an_alert_of_a_clock_says_what_is_wanted_at_that_step(
            NewAlert alert, String kind, double share, String action) {
        // When
        Alert told = alert.numbered(7);

        // Then
        assertThat(told.subject()).isEqualTo("clock");
        assertThat(told.kind()).isEqualTo(kind);
        assertThat(told.share()).isEqualTo(share);
        assertThat(told.action()).isEqualTo(action);
        assertThat(told.quota()).isNull();
        assertThat(EventJson.write(told).contains("\"action\"")).isEqualTo(action != null);
    }

    @Test
    void an_alert_of_a_quota_says_where_it_stood_and_what_is_not_known_of_it_is_absent() {
        // Given
        Quota quota = SampleAlerts.quota("persona", "operations-leader");

        // When
        WebhookMessage warned =
                AlertWebhooks.message(NewAlert.warned(quota, 4, null, AT, 0.9).numbered(8));
        Alert missed = NewAlert.missed(quota, 5, null, AT).numbered(9);

        // Then
        assertThat(warned.type()).isEqualTo("quota.warned").isIn(new AlertWebhooks().types());
        assertThat(warned.dataJson())
                .contains("\"subject\":\"quota\"", "\"share\":0.9", "\"quotaId\":\"2026-03/persona/operations-leader\"")
                .contains("\"dueAt\":\"2026-04-01T00:00:00Z\"", "\"quotaVersion\":4")
                .doesNotContain("clock", "leadId", "round", "action");
        assertThat(AlertWebhooks.message(missed).type())
                .isEqualTo("quota.missed")
                .isIn(new AlertWebhooks().types());
        assertThat(missed.share()).isNull();
    }

    @ParameterizedTest(name = "{0}: rep {1}, manager {2}, another rep {3}, another manager {4}")
    @CsvSource({
        "clock,   true, true, false, false",
        "rep,     true, true, false, false",
        "all,     true, true, true,  true",
        "persona, true, true, true,  true",
    })
    void everybody_sees_what_is_promised_of_the_month_but_for_a_reps_part_of_it(
            String what, boolean rep, boolean manager, boolean otherRep, boolean otherManager) {
        // Given
        Alert alert = (switch (what) {
                    case "clock" -> NewAlert.breached(SampleAlerts.clock("remind"), AT);
                    case "rep" -> NewAlert.missed(SampleAlerts.quota("rep", "ana"), 1, "sales", AT);
                    case "all" -> NewAlert.missed(SampleAlerts.quota("all", null), 1, null, AT);
                    default -> NewAlert.missed(SampleAlerts.quota(what, "operations-leader"), 1, null, AT);
                })
                .numbered(1);

        // When / Then
        assertThat(alert.concerns(new Sight.Own("ana"))).isEqualTo(rep);
        assertThat(alert.concerns(new Sight.Team("sales"))).isEqualTo(manager);
        assertThat(alert.concerns(new Sight.Own("ben"))).isEqualTo(otherRep);
        assertThat(alert.concerns(new Sight.Team("emea"))).isEqualTo(otherManager);
        assertThat(alert.concerns(new Sight.Everything())).isTrue();
    }
}
