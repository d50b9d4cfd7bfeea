package io.leadloop.systemtests.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadloop.systemtests.faults.FaultPlan.Strike;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class FaultPlanTest {
    private static final Duration TEN_MINUTES = Duration.ofMinutes(10);

    @Test
    void the_same_seed_gives_the_same_plan_and_another_one_another() {
        assertThat(plan(7)).isEqualTo(plan(7)).isNotEqualTo(plan(8));
    }

    @Test
    void faults_strike_every_five_to_twenty_seconds_until_the_end() {
        // When
        List<Strike> strikes = plan(7).strikes();

        // Then
        for (int i = 1; i < strikes.size(); i++) {
            assertThat(strikes.get(i).at().minus(strikes.get(i - 1).at()))
                    .isBetween(Duration.ofSeconds(5), Duration.ofSeconds(20));
        }
        assertThat(strikes.getLast().at()).isBetween(TEN_MINUTES.minusSeconds(20), TEN_MINUTES);
    }

    @Test
    void every_fault_comes_before_one_comes_again() {
        // When
        List<Strike> strikes = plan(7).strikes();

        // Then
        assertThat(strikes.subList(0, 23).stream()
                        .map(strike -> strike.fault().getClass().getSimpleName()
                                + strike.fault().target()))
                .doesNotHaveDuplicates()
                .hasSize(23);
        assertThat(strikes).hasSizeGreaterThan(23);
    }

    private static FaultPlan plan(long seed) {
        return FaultPlan.of(seed, TEN_MINUTES, Duration.ofSeconds(20), Duration.ofSeconds(60));
    }
}
