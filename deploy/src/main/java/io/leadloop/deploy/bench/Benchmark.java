package io.leadloop.deploy.bench;

import io.leadloop.deploy.settings.Setting;
import io.leadloop.deploy.settings.Settings;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;

/** The parts of the benchmark, one after the other, each on a fresh installation. */
public final class Benchmark {
    /** What can be measured by itself. */
    public enum Measure {
        POSTS,
        LOOP,
        CLOCKS
    }

    /** No quick compiler only: it starts sooner and ends at half the speed. */
    private static final String MEASURED_JVM = "-Xmx512m -XX:+UseSerialGC";

    private static final Duration LENGTH = Duration.ofSeconds(10);
    private static final Duration SHORT = Duration.ofSeconds(2);

    private final Path directory;
    private final Report report;
    private final Duration length;
    private final long stored;

    /**
     * @param directory for the installations; what lies there is removed
     * @param quick two seconds where it is ten: shows that everything works, its figures mean nothing
     * @param stored how many leads the whole loop holds before it is measured
     */
    public Benchmark(Path directory, Report report, boolean quick, long stored) {
        this.directory = directory;
        this.report = report;
        this.length = quick ? SHORT : LENGTH;
        this.stored = stored;
    }

    public void run(Set<Measure> measures) {
        Settings settings = Settings.withFreePorts().with(Setting.SERVICE_JVM, MEASURED_JVM);
        if (measures.contains(Measure.POSTS)) {
            new PostRate(directory, settings, length, report).measure();
        }
        if (measures.contains(Measure.LOOP)) {
            new WholeLoop(directory, settings, length, stored, report).measure();
        }
        if (measures.contains(Measure.CLOCKS)) {
            new ClockLateness(directory, settings, length, report).measure();
        }
    }
}
