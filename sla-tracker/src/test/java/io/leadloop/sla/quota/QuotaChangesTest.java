package io.leadloop.sla.quota;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadloop.agreement.workingtime.WorkingCalendar;
import io.leadloop.events.QuotaEvent;
import io.leadloop.events.QuotaEvent.QuotaMissed;
import io.leadloop.events.QuotaEvent.QuotaPaced;
import io.leadloop.events.QuotaEvent.QuotaWarned;
import io.leadloop.sla.alert.NewAlert;
import io.leadloop.sla.quota.rules.QuotaMonth;
import io.leadloop.sla.quota.rules.QuotaPart;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class QuotaChangesTest {
    private static final QuotaMonth MARCH =
            QuotaMonth.of(YearMonth.parse("2026-03"), ZoneOffset.UTC, WorkingCalendar.ALWAYS);
    private static final Instant HALF = Instant.parse("2026-03-16T12:00:00Z");
    private static final Instant LATER = Instant.parse("2026-04-01T00:00:04Z");

    private final QuotaRow row = QuotaRow.of(MARCH, new QuotaPart(QuotaPart.REP, Optional.of("ana"), 100));

    QuotaChangesTest() {
        row.promised = 100;
        row.teamId = "sales";
    }

    @Test
    void a_warning_is_told_and_raises_one_alert_with_the_same_figures() {
        // When
        QuotaChanges changes = look(44, HALF);

        // Then
        assertThat(changes.events())
                .extracting(QuotaEvent::getClass)
                .satisfies(types -> assertThat(types).isEqualTo(List.of(QuotaPaced.class, QuotaWarned.class)));
        QuotaEvent warned = changes.events().getLast();
        assertThat(changes.alerts())
                .containsExactly(NewAlert.warned(warned.quota(), warned.quotaVersion(), "sales", LATER, 0.9));
        assertThat(changes.alerts().getFirst().repId()).isEqualTo("ana");
        assertThat(row.behind).isTrue();
    }

    @Test
    void a_month_that_is_over_raises_an_alert_of_when_that_was_noticed() {
        // When
        QuotaChanges changes = look(99, MARCH.until());

        // Then
        QuotaEvent missed = changes.events().getLast();
        assertThat(missed).isInstanceOf(QuotaMissed.class);
        assertThat(missed.occurredAt()).isEqualTo(MARCH.until());
        assertThat(changes.alerts())
                .containsExactly(NewAlert.missed(missed.quota(), missed.quotaVersion(), "sales", LATER));
        assertThat(changes.alerts().getFirst().at()).isEqualTo(LATER);
        assertThat(row.behind).isTrue();
    }

    @Test
    void what_has_caught_up_is_behind_no_more_and_is_not_told_again() {
        // Given
        look(44, HALF);

        // When
        QuotaChanges changes = look(48, HALF);

        // Then
        assertThat(changes.alerts()).isEmpty();
        assertThat(changes.events()).singleElement().isInstanceOf(QuotaPaced.class);
        assertThat(row.behind).isFalse();
    }

    @Test
    void what_is_promised_no_more_is_behind_nothing() {
        // Given
        look(44, HALF);

        // When
        row.promise(0, 2);
        QuotaChanges changes = look(44, HALF);

        // Then
        assertThat(changes.events()).isEmpty();
        assertThat(row.behind).isFalse();
    }

    private QuotaChanges look(int delivered, Instant at) {
        QuotaChanges changes = new QuotaChanges(LATER);
        changes.look(row, MARCH, delivered, List.of(0.9, 0.5), at);
        return changes;
    }
}
