package io.leadloop.deploy.bench;

import io.leadloop.deploy.settings.Setting;
import io.leadloop.deploy.settings.Settings;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Set;

/** The parts of the benchmark, one after the other, each on a fresh installation. */
public final class Benchmark {
    /** What can be measured by itself. */
    public enum Measure {
        POSTS,
        LOOP,
        CLOCKS,
        WHAT_IF
    }

    /**
     * One service that has been warmed up. The whole loop is measured as `up` starts it: with the optimising compiler, seven cold programs
     * on two cores compile for minutes before they are faster.
     */
    private static final String OPTIMISED = "-Xmx512m -XX:+UseSerialGC";

    private static final Duration LENGTH = Duration.ofSeconds(10);
    private static final Duration SHORT = Duration.ofSeconds(2);

    private final Path directory;
    private final Map<String, String> options;
    private final Settings settings;
    private final Report report;
    private final boolean quick;
    private final Duration length;
    private final long stored;

    /**
     * @param directory for the installations; what lies there is removed
     * @param options settings of the installations besides the ports, which nobody uses
     * @param quick two seconds where it is ten, and low rates: shows that everything works, its figures mean nothing
     * @param stored how many leads the whole loop holds before it is measured
     */
    public Benchmark(Path directory, Map<String, String> options, Report report, boolean quick, long stored) {
        this.directory = directory;
        this.options = options;
        this.settings = Settings.withFreePorts().withOptions(options);
        this.report = report;
        this.quick = quick;
        this.length = quick ? SHORT : LENGTH;
        this.stored = stored;
    }

    public void run(Set<Measure> measures) {
        if (measures.contains(Measure.POSTS)) {
            new PostRate(directory, optimised(), length, report).measure();
        }
        if (measures.contains(Measure.LOOP)) {
            new WholeLoop(directory, settings, length, quick, stored, report).measure();
        }
        if (measures.contains(Measure.CLOCKS)) {
            new ClockFiring(directory, settings, quick, report).measure();
            new ClockLateness(directory, settings, length, report).measure();
        }
        if (measures.contains(Measure.WHAT_IF)) {
            new Rescoring(directory, settings, length, quick, report).measure();
        }
    }

    private Settings optimised() {
        return Settings.withFreePorts().with(Setting.SERVICE_JVM, OPTIMISED).withOptions(options);
    }
}
