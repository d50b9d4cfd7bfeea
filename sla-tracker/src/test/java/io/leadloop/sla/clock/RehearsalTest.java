package io.leadloop.sla.clock;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RehearsalTest {

    @Test
    void what_is_rehearsed_is_a_breach_that_no_row_can_match() {
        // When
        DueStore.Found found = Rehearsal.ofOneClock();
        DueClocks due = new DueClocks(found.due(), found.now());

        // Then
        assertThat(due.events()).hasSize(1);
        assertThat(due.alerts()).hasSize(1);
        assertThat(due.changes()).singleElement().satisfies(change -> {
            assertThat(change.state()).isEqualTo("breached");
            assertThat(change.seen()).isNegative();
            assertThat(change.leadSeen()).isNegative();
        });
    }
}
