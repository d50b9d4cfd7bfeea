package io.leadloop.deploy.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class LatenciesTest {
    private static final long MILLI = 1_000_000;

    @Test
    void a_percentile_is_the_smallest_time_that_this_share_does_not_exceed() {
        // Given 1 to 200 ms, the largest first
        Latencies latencies = Latencies.ofNanos(
                LongStream.rangeClosed(1, 200).map(i -> (201 - i) * MILLI).toArray());

        // Then
        assertThat(latencies.millis(0.5)).isEqualTo(100);
        assertThat(latencies.millis(0.99)).isEqualTo(198);
        assertThat(latencies.millis(1)).isEqualTo(200);
        assertThat(latencies.count()).isEqualTo(200);
    }

    @Test
    void one_time_is_every_percentile() {
        Latencies one = Latencies.of(List.of(Duration.ofMillis(7)));

        assertThat(one.millis(0.01)).isEqualTo(7);
        assertThat(one.millis(0.99)).isEqualTo(7);
    }

    @Test
    void of_nothing_there_is_no_figure() {
        Latencies nothing = Latencies.of(List.of());

        assertThatThrownBy(() -> nothing.millis(0.5)).isInstanceOf(IllegalStateException.class);
    }
}
