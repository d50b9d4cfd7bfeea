package io.leadloop.sla.clock;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RehearsalTest {

    @Test
    void what_is_rehearsed_are_breaches_that_no_row_can_match() {
        // When
        DueStore.Found found = Rehearsal.of(2);
        DueClocks due = new DueClocks(found.due(), found.now());

        // Then
        assertThat(due.events()).hasSize(2);
        assertThat(due.alerts()).hasSize(2);
        assertThat(due.changes()).hasSize(2).allSatisfy(change -> {
            assertThat(change.state()).isEqualTo("breached");
            assertThat(change.seen()).isNegative();
            assertThat(change.leadSeen()).isNegative();
        });
    }
}
