package io.leadloop.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadloop.deploy.bench.Benchmark;
import io.leadloop.deploy.bench.Benchmark.Measure;
import io.leadloop.deploy.bench.Report;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The benchmark's short form: its figures mean nothing, but it fails when a lead is missing anywhere. */
@Tag("faults")
@Tag("at-length")
class BenchIT {
    private final StringWriter printed = new StringWriter();

    @Test
    void the_benchmark_of_the_whole_loop_runs_and_loses_nobody() {
        // Given
        Report report = new Report(new PrintWriter(printed, true));

        // When
        new Benchmark(Path.of("target/bench").toAbsolutePath(), Map.of(), report, true, 0).run(Set.of(Measure.LOOP));

        // Then
        assertThat(printed.toString())
                .contains(
                        "form to offer on Kafka, 5 leads/s",
                        "form to offer on Kafka, 20 leads/s",
                        "outbox row to Kafka, 20 leads/s",
                        "highest rate at which the whole loop keeps up",
                        "import of");
    }
}
