package io.leadloop.sla.clock;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadloop.events.EventJson;
import io.leadloop.events.SlaEvent;
import io.leadloop.sla.clock.DueClocks.Change;
import io.leadloop.sla.clock.DueClocks.Due;
import io.leadloop.sla.clock.rules.Promise.Rung;
import io.leadloop.sla.clock.rules.Promise.Warning;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class DueClocksTest {
    private static final Instant START = Instant.parse("2026-03-02T10:00:00Z");
    private static final Instant WARN = START.plusSeconds(30);
    private static final Instant DUE = START.plusSeconds(60);
    private static final Instant RUNG = DUE.plusSeconds(60);
    private static final UUID LEAD = new UUID(1, 1);

    @Test
    void a_clock_whose_time_has_come_is_breached_and_looked_at_again_for_its_ladder() {
        // When
        DueClocks due = new DueClocks(List.of(new Due(running(1), 77, 5, 78)), DUE.plusMillis(40));

        // Then it changes only if clock and lead are still what they were
        assertThat(due.changes())
                .containsExactly(new Change(new UUID(0, 1), 77, 78, 6, "breached", null, DUE, RUNG, 0));
        assertThat(due.events()).singleElement().isInstanceOfSatisfying(SlaEvent.ClockBreached.class, breached -> {
            assertThat(breached.leadVersion()).isEqualTo(6);
            assertThat(breached.occurredAt()).isEqualTo(DUE);
            assertThat(breached.lateness()).isEqualTo(Duration.ofMillis(40));
        });
        assertThat(due.alerts()).extracting("kind").containsExactly("breached");
    }

    @Test
    void two_clocks_of_a_lead_are_told_one_after_the_other() {
        // When
        DueClocks due =
                new DueClocks(List.of(new Due(running(1), 1, 5, 3), new Due(running(2), 2, 5, 3)), WARN.plusMillis(1));

        // Then
        assertThat(due.events()).extracting(SlaEvent::leadVersion).containsExactly(6L, 7L);
        assertThat(due.changes()).extracting(Change::slaVersion).containsExactly(6L, 7L);
        assertThat(due.changes()).extracting(Change::nextAt).containsExactly(DUE, DUE);
        assertThat(due.changes()).extracting(Change::warnedShare).containsExactly(0.5, 0.5);
    }

    @Test
    void a_clock_that_was_looked_at_too_soon_gets_the_right_time_and_nothing_is_told() {
        // When
        DueClocks due = new DueClocks(List.of(new Due(running(1), 1, 5, 3)), START.plusSeconds(1));

        // Then
        assertThat(due.changes()).containsExactly(new Change(new UUID(0, 1), 1, 3, 5, "running", null, null, WARN, 0));
        assertThat(due.events()).isEmpty();
        assertThat(due.alerts()).isEmpty();
    }

    private static ClockRow running(long id) {
        ClockRow row = new ClockRow();
        row.clockId = new UUID(0, id);
        row.leadId = LEAD;
        row.clock = "acceptance";
        row.state = "running";
        row.startedAt = START;
        row.dueAt = DUE;
        row.warnings = EventJson.write(List.of(new Warning(0.5, WARN)));
        row.ladder = EventJson.write(List.of(new Rung("escalate", RUNG)));
        return row;
    }
}
