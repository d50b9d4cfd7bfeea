package io.leadloop.deploy.bench;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.leadloop.deploy.settings.Settings;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/** How late acceptance clocks breach, by the database's clock, when nobody answers the offers of a steady stream of leads. */
final class ClockLateness {
    private static final int RATE = 100;
    private static final int WARM_UP_CONNECTIONS = 4;
    private static final Duration ACCEPTANCE = Duration.ofSeconds(45);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path directory;
    private final Settings settings;
    private final Duration length;
    private final Report report;

    ClockLateness(Path directory, Settings settings, Duration length, Report report) {
        this.directory = directory;
        this.settings = settings;
        this.length = length;
        this.report = report;
    }

    void measure() {
        report.step("clocks: starting everything, with %s for an answer", ACCEPTANCE);
        try (BenchSystem system = BenchSystem.complete(directory, settings, ACCEPTANCE.toString());
                Arrivals breaches = Arrivals.withValues(
                        system.installation().kafkaBootstrap(), "leadloop.sla", "io.leadloop.clock.breached.v1")) {
            report.figure(
                    "start, empty data, all ready, once more",
                    "%.1f s",
                    system.startedWithin().toMillis() / 1000.0);
            system.load()
                    .closed(WARM_UP_CONNECTIONS, length, SampleLeads.ofBuyers())
                    .requireAnyAcknowledged();
            Posted posted = system.load()
                    .open(RATE, length.multipliedBy(2), SampleLeads.ofBuyers())
                    .requireAllAcknowledged();
            Latencies untilSeen = breaches.since(posted, ACCEPTANCE.plusSeconds(60));
            List<Duration> lateness =
                    breaches.values().stream().flatMap(ClockLateness::lateness).toList();
            if (lateness.stream().anyMatch(Duration::isNegative)) {
                throw new BrokenRun("a clock was early");
            }
            report.figure(
                    "lateness of %,d breached clocks, %d due a second".formatted(lateness.size(), RATE),
                    "%s",
                    Latencies.of(lateness));
            assert untilSeen.count() == posted.acknowledged();
        }
    }

    private static Stream<Duration> lateness(String event) {
        try {
            JsonNode breached = JSON.readTree(event);
            return Stream.of(Duration.parse(breached.path("lateness").asText()));
        } catch (JsonProcessingException e) {
            throw new BrokenRun("an event of leadloop.sla is not JSON");
        }
    }
}
