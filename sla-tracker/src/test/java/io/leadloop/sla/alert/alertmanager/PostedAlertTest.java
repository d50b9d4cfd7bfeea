package io.leadloop.sla.alert.alertmanager;

import static io.leadloop.sla.alert.SampleAlerts.AT;
import static org.assertj.core.api.Assertions.assertThat;

import io.leadloop.sla.alert.SampleAlerts;
import io.leadloop.sla.alert.alertmanager.Firing.Promise;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PostedAlertTest {
    private static final Promise LEAD = new Promise.ToLead(new UUID(0, 1), "acceptance", new UUID(0, 2));
    private static final Promise MONTH = new Promise.OfMonth(SampleAlerts.quota("rep", "ana"));
    private static final Instant NOW = AT.plusSeconds(30);

    @ParameterizedTest(name = "{0} {1}: {2}, {3}")
    @CsvSource(delimiter = '|', textBlock = """
            lead  | warned   | LeadloopPromiseAboutToBreak | warning  | acceptance is due at 2026-03-16T00:00:02Z
            lead  | breached | LeadloopPromiseBroken       | critical | acceptance was due at 2026-03-16T00:00:02Z
            month | warned   | LeadloopQuotaWarned         | warning  | 12 of 100 workable MQLs of 2026-03/rep/ana delivered, 48.4 expected by then
            month | missed   | LeadloopQuotaMissed         | critical | 12 of 100 workable MQLs of 2026-03/rep/ana delivered, 48.4 expected by then; it cannot be reached any more
            """)
    void each_kind_has_its_name_and_says_what_is_wrong(
            String what, String kind, String name, String severity, String summary) {
        // When
        PostedAlert posted = posted(firing(what.equals("lead") ? LEAD : MONTH, kind));

        // Then
        assertThat(posted.labels())
                .containsEntry("alertname", name)
                .containsEntry("severity", severity)
                .containsEntry("team", "sales")
                .containsEntry("rep", "ana")
                .doesNotContainKey("manager");
        assertThat(posted.annotations()).containsEntry("summary", summary);
        assertThat(posted.endsAt()).isEqualTo(NOW.plus(Duration.ofMinutes(3)));
    }

    @Test
    void what_is_over_ends_now_under_the_same_labels() {
        // Given
        Firing firing = firing(MONTH, "missed");

        // When
        PostedAlert over = posted(firing.isOver());

        // Then
        assertThat(over.labels()).isEqualTo(posted(firing).labels()).containsEntry("quotaId", "2026-03/rep/ana");
        assertThat(over.endsAt()).isEqualTo(NOW);
        assertThat(over.generatorURL()).isEqualTo("http://localhost:8085/quotas?month=2026-03");
        assertThat(firing.isOver().key()).isEqualTo(firing.key());
    }

    private static Firing firing(Promise promise, String kind) {
        return new Firing(promise, kind, "ana", "sales", null, AT, AT, false);
    }

    private static PostedAlert posted(Firing firing) {
        return PostedAlert.of(firing, NOW, Duration.ofMinutes(3), "http://localhost:8085");
    }
}
