package io.leadloop.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class TraceTest {
    private static final String GIVEN = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";

    @Test
    void a_step_further_is_the_same_trace_and_another_span() {
        // Given
        Trace trace = Trace.of(GIVEN);

        // When
        Trace child = trace.child();

        // Then
        assertThat(child.traceId()).isEqualTo("4bf92f3577b34da6a3ce929d0e0e4736");
        assertThat(child.traceparent()).hasSameSizeAs(GIVEN).endsWith("-01").isNotEqualTo(GIVEN);
        assertThat(Trace.of(child.traceparent())).isEqualTo(child);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "",
                "odd",
                "00-00000000000000000000000000000000-00f067aa0ba902b7-01",
                "00-4bf92f3577b34da6a3ce929d0e0e4736-0000000000000000-01",
                "ff-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01",
                "00-4BF92F3577B34DA6A3CE929D0E0E4736-00f067aa0ba902b7-01"
            })
    void what_is_no_trace_starts_one(String header) {
        Trace started = Trace.of(header);
        assertThat(Trace.of(started.traceparent())).isEqualTo(started);
        assertThat(started.traceparent()).isNotEqualTo(header);
    }
}
