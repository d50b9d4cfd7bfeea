package io.leadloop.agreement;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class ClockRuleTest {

    private static final Instant START = Instant.parse("2026-03-07T23:55:00Z");

    @Test
    void a_clock_around_the_clock_is_due_after_its_time_and_warns_at_its_shares() {
        // Given
        ClockRule clock = clock(Duration.ofMinutes(15), 0.8, 0.5);

        // When / Then
        assertThat(clock.dueAt(START)).isEqualTo("2026-03-08T00:10:00Z");
        assertThat(clock.warningsAt(START))
                .containsExactly(Instant.parse("2026-03-08T00:02:30Z"), Instant.parse("2026-03-08T00:07:00Z"));
    }

    @Test
    void a_warning_that_falls_between_two_microseconds_comes_at_the_later_one() {
        // Given
        ClockRule clock = clock(Duration.ofSeconds(1), 0.3333333);

        // When / Then
        assertThat(clock.warningsAt(START)).containsExactly(Instant.parse("2026-03-07T23:55:00.333334Z"));
    }

    private static ClockRule clock(Duration within, Double... warnAt) {
        return new ClockRule("acceptance", "offered", "answered", within, "always", List.of(warnAt), "reassign");
    }
}
