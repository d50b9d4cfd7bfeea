package io.leadloop.handoff.offer.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadloop.handoff.offer.rules.StageTimes.Stage;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class StageTimesTest {

    private static final Instant MONDAY = Instant.parse("2026-03-02T00:00:00Z");
    private static final Instant TUESDAY = Instant.parse("2026-03-03T00:00:00Z");
    private static final Instant WEDNESDAY_NOON = Instant.parse("2026-03-04T12:00:00Z");

    @Test
    void each_stage_lasts_until_the_next_and_the_last_until_the_end() {
        // When
        Map<String, BigDecimal> days =
                StageTimes.days(List.of(new Stage("captured", MONDAY), new Stage("mql", TUESDAY)), WEDNESDAY_NOON);

        // Then
        assertThat(days).isEqualTo(Map.of("captured", new BigDecimal("1.00"), "mql", new BigDecimal("1.50")));
    }

    @Test
    void a_stage_that_ended_before_it_began_is_left_out() {
        assertThat(StageTimes.days(List.of(new Stage("captured", TUESDAY)), MONDAY))
                .isEmpty();
    }
}
