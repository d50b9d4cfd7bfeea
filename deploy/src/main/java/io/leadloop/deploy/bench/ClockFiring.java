package io.leadloop.deploy.bench;

import io.leadloop.deploy.Service;
import io.leadloop.deploy.settings.Settings;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;

/** How late the tracker fires clocks and at what rate, beside many that are open; and the same with db-scheduler. */
final class ClockFiring {
    private final Path directory;
    private final Settings settings;
    private final boolean quick;
    private final Report report;

    ClockFiring(Path directory, Settings settings, boolean quick, Report report) {
        this.directory = directory;
        this.settings = settings;
        this.quick = quick;
        this.report = report;
    }

    void measure() {
        report.step("clocks: starting a tracker");
        try (BenchSystem system = BenchSystem.start(directory, settings, "PT15M", EnumSet.of(Service.SLA_TRACKER))) {
            TimerRun run = quick
                    ? new TimerRun(system, report, 20_000, 500, Duration.ofSeconds(5), Duration.ofSeconds(5))
                    : new TimerRun(system, report, 1_000_000, 10_000, Duration.ofSeconds(60), Duration.ofSeconds(30));
            try (TrackerTimers tracker = new TrackerTimers(system)) {
                run.measure(tracker);
            }
            system.installation().stop(Service.SLA_TRACKER.id());
            try (DbSchedulerTimers asItComes =
                    new DbSchedulerTimers(system, "db-scheduler as it comes", builder -> builder)) {
                run.measure(asItComes);
            }
            try (DbSchedulerTimers tuned = new DbSchedulerTimers(
                    system,
                    "db-scheduler, looking every 100 ms, lock-and-fetch",
                    builder -> builder.pollingInterval(Duration.ofMillis(100)).pollUsingLockAndFetch(0.5, 4.0))) {
                run.measure(tuned);
            }
        }
    }
}
