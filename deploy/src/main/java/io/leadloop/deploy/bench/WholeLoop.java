package io.leadloop.deploy.bench;

import io.leadloop.deploy.Service;
import io.leadloop.deploy.settings.Settings;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.Map;

/** From the form to the offer that a CRM receives, at fixed rates, and the highest rate at which that keeps up. */
final class WholeLoop {
    private static final int[] RATES = {50, 200};
    private static final double LOWEST_STEP = 20;
    private static final double HIGHEST_STEP = 5_000;
    /** What the slowest machine of a build keeps up with: enough to see that everything works. */
    private static final int[] QUICK_RATES = {5, 20};

    private static final double QUICK_STEP = 30;
    private static final int WARM_UP_RATE = 50;
    private static final int WARM_UP_CONNECTIONS = 4;
    private static final String LEADS = "select count(*) from lead where not historical";
    private static final String HANDOFFS = "select count(*) from handoff";
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    /** A rate is kept up with when the last lead of the stage is offered this soon after its post. */
    private static final Duration KEEPS_UP = Duration.ofSeconds(2);

    private final Path directory;
    private final Settings settings;
    private final Duration length;
    private final boolean quick;
    private final long stored;
    private final Report report;

    WholeLoop(Path directory, Settings settings, Duration length, boolean quick, long stored, Report report) {
        this.directory = directory;
        this.settings = settings;
        this.length = length;
        this.quick = quick;
        this.stored = stored;
        this.report = report;
    }

    void measure() {
        report.step("the whole loop: starting everything");
        try (BenchSystem system = BenchSystem.complete(directory, settings, "PT24H")) {
            report.figure(
                    "start, empty data, all ready",
                    "%.1f s",
                    system.startedWithin().toMillis() / 1000.0);
            if (stored > 0) {
                new Stored(system, report).fill(stored);
            }
            long acknowledged = warmUp(system);
            for (int rate : quick ? QUICK_RATES : RATES) {
                acknowledged += atRate(system, rate);
            }
            acknowledged += highest(system);
            system.requireCount(acknowledged, Service.LEAD_INTAKE, LEADS);
            system.requireCount(acknowledged, Service.HANDOFF_SERVICE, HANDOFFS);
            new ImportRate(system, report).measure();
        }
    }

    /** A cold service may refuse some. Returns how many leads there are when all of them have been offered. */
    private long warmUp(BenchSystem system) {
        report.step("warming up");
        system.load()
                .closed(WARM_UP_CONNECTIONS, length.multipliedBy(2), SampleLeads.ofBuyers())
                .requireAnyAcknowledged();
        system.load()
                .open(quick ? QUICK_STEP : WARM_UP_RATE, length.multipliedBy(2), SampleLeads.ofBuyers())
                .requireAnyAcknowledged();
        long leads = system.count(Service.LEAD_INTAKE, LEADS);
        system.awaitCount(leads, Service.HANDOFF_SERVICE, HANDOFFS, PATIENCE);
        return leads;
    }

    /** One load with what came of it. */
    private record Stage(long posted, Latencies answers, Latencies offers, Latencies outboxHops) {}

    private static Stage stage(BenchSystem system, double rate, Duration length) {
        try (Arrivals captured = system.arrivals("leadloop.leads", "io.leadloop.lead.captured.v1");
                Arrivals offered = system.arrivals("leadloop.handoffs", "io.leadloop.handoff.offered.v1")) {
            Posted posted =
                    system.load().open(rate, length, SampleLeads.ofBuyers()).requireAllAcknowledged();
            Latencies offers = offered.since(posted, PATIENCE);
            return new Stage(posted.acknowledged(), posted.answerTimes(), offers, captured.hops());
        }
    }

    private long atRate(BenchSystem system, int rate) {
        Usage before = Usage.of(system.installation());
        Stage stage = stage(system, rate, length.multipliedBy(3));
        Usage after = Usage.of(system.installation());
        report.figure("form to 201, %d leads/s".formatted(rate), "%s", stage.answers());
        report.figure("form to offer on Kafka, %d leads/s".formatted(rate), "%s", stage.offers());
        report.figure("outbox row to Kafka, %d leads/s".formatted(rate), "%s", stage.outboxHops());
        usage(rate, stage, before, after);
        return stage.posted();
    }

    private void usage(int rate, Stage stage, Usage before, Usage after) {
        Map<String, Duration> used = after.processorSince(before);
        double seconds = length.multipliedBy(3).toSeconds();
        used.entrySet().stream()
                .sorted(Map.Entry.<String, Duration>comparingByValue(Comparator.reverseOrder()))
                .forEach(part -> report.figure(
                        "%s, %d leads/s".formatted(part.getKey(), rate),
                        "%.2f CPU s a 1,000 leads, %.0f %% of a core, %d MB",
                        part.getValue().toMillis() / (double) stage.posted(),
                        part.getValue().toMillis() / 10 / seconds,
                        after.megabytes().get(part.getKey())));
    }

    /** Rises by steps until the offers fall behind the posts. */
    private long highest(BenchSystem system) {
        long posted = 0;
        double kept = 0;
        String how = "";
        double highest = quick ? QUICK_STEP : HIGHEST_STEP;
        for (double rate = quick ? QUICK_STEP : LOWEST_STEP; rate <= highest; rate *= 1.25) {
            Stage stage = stage(system, rate, length);
            posted += stage.posted();
            boolean keepsUp = stage.offers().millis(0.99) <= KEEPS_UP.toMillis();
            report.step("%,.0f leads/s for %d s: form to offer %s", rate, length.toSeconds(), stage.offers());
            if (!keepsUp) {
                break;
            }
            kept = rate;
            how = stage.offers().toString();
        }
        report.figure("highest rate at which the whole loop keeps up", "%,.0f leads/s; form to offer %s", kept, how);
        return posted;
    }
}
