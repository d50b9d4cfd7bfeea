package io.leadloop.deploy.bench;

import io.leadloop.deploy.postgres.PostgresServer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Puts timers to the test: idle beside many that are open, a busy minute, and everything at once. */
final class TimerRun {
    private static final Duration SETTLE = Duration.ofSeconds(5);
    private static final Duration AT_ONCE = Duration.ofMillis(1);

    private final BenchSystem system;
    private final Report report;
    private final int open;
    private final int due;
    private final Duration within;
    private final Duration idle;

    /**
     * @param open how many do not come due
     * @param due how many come due within {@code within}
     */
    TimerRun(BenchSystem system, Report report, int open, int due, Duration within, Duration idle) {
        this.system = system;
        this.report = report;
        this.open = open;
        this.due = due;
        this.within = within;
        this.idle = idle;
    }

    void measure(Timers timers) {
        report.step("clocks: %s, %,d open", timers.name(), open);
        timers.putOpen(open);
        warmUp(timers);
        idle(timers);
        minute(timers);
        atOnce(timers);
    }

    private void warmUp(Timers timers) {
        timers.putDue(due / 20, Duration.ofSeconds(2));
        requireOnTime(timers.awaitDone(due / 20, Duration.ofMinutes(2)));
        BenchSystem.sleep(SETTLE);
    }

    private void idle(Timers timers) {
        Duration before = timers.processor();
        Duration databaseBefore = database();
        BenchSystem.sleep(idle);
        report.figure(
                "%s, %,d open, nothing due: processor".formatted(timers.name(), open),
                "%.1f %% of a core, PostgreSQL %.1f %%",
                share(timers.processor().minus(before)),
                share(database().minus(databaseBefore)));
    }

    private double share(Duration used) {
        return 100.0 * used.toNanos() / idle.toNanos();
    }

    private void minute(Timers timers) {
        Duration before = timers.processor();
        timers.putDue(due, within);
        List<Timers.Done> done = timers.awaitDone(due, within.plusMinutes(3));
        requireOnTime(done);
        report.figure(
                "%s, %,d due within %d s, %,d open: late by".formatted(timers.name(), due, within.toSeconds(), open),
                "%s; %.2f ms of processor each",
                Latencies.of(done.stream().map(Timers.Done::lateness).toList()),
                timers.processor().minus(before).toNanos() / 1e6 / due);
    }

    private void atOnce(Timers timers) {
        timers.putDue(due, AT_ONCE);
        List<Timers.Done> done = timers.awaitDone(due, Duration.ofMinutes(5));
        requireOnTime(done);
        Instant last =
                done.stream().map(Timers.Done::doneAt).max(Instant::compareTo).orElseThrow();
        Instant first =
                done.stream().map(Timers.Done::dueAt).min(Instant::compareTo).orElseThrow();
        report.figure(
                "%s, %,d due at once: rate".formatted(timers.name(), due),
                "%,.0f a second, all done after %,d ms",
                due / Math.max(0.001, Duration.between(first, last).toNanos() / 1e9),
                Duration.between(first, last).toMillis());
    }

    private void requireOnTime(List<Timers.Done> done) {
        if (done.stream().anyMatch(each -> each.lateness().isNegative())) {
            throw new BrokenRun("something was done before it was due");
        }
    }

    private Duration database() {
        return Usage.of(system.installation()).processor().getOrDefault(PostgresServer.NAME, Duration.ZERO);
    }
}
