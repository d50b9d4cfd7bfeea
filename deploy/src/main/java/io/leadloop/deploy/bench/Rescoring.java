package io.leadloop.deploy.bench;

import io.leadloop.deploy.Service;
import io.leadloop.deploy.settings.Settings;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;

/** How long a what-if over stored leads takes, how fast they are scored by another agreement, and what live leads notice of that. */
final class Rescoring {
    private static final int LEADS = 100_000;
    private static final int QUICK_LEADS = 5_000;
    private static final int RATE = 50;
    private static final int QUICK_RATE = 5;
    private static final int WARM_UP_CONNECTIONS = 4;
    private static final int TRIALS = 3;
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration RESCORED_WITHIN = Duration.ofMinutes(30);

    private static final String BEGUN = "select count(*) from rescoring where agreement_version = 2";
    private static final String FINISHED = BEGUN + " and finished_at is not null";
    private static final String OUTDATED =
            "select count(*) from lead_score where closed_at is null and agreement_version < 2";
    private static final String CLOSED_AND_KEPT =
            "select count(*) from lead_score where closed_at is not null and agreement_version = 1";

    private final Path directory;
    private final Settings settings;
    private final Duration length;
    private final boolean quick;
    private final Report report;

    Rescoring(Path directory, Settings settings, Duration length, boolean quick, Report report) {
        this.directory = directory;
        this.settings = settings;
        this.length = length;
        this.quick = quick;
        this.report = report;
    }

    void measure() {
        int leads = quick ? QUICK_LEADS : LEADS;
        report.step("what-if: starting intake, scoring and the tracker");
        try (BenchSystem system = BenchSystem.start(
                directory,
                settings,
                "PT24H",
                EnumSet.of(Service.LEAD_INTAKE, Service.SCORING_SERVICE, Service.SLA_TRACKER))) {
            report.step("storing %,d leads", leads);
            new StoredHistory(system, report).fill(leads);
            DraftOnTrial draft = new DraftOnTrial(system);
            for (int trial = 1; trial <= TRIALS; trial++) {
                tryIt(draft, trial, leads);
            }
            warmUp(system);
            live(system, "without re-scoring");
            draft.sign();
            rescore(system, leads);
        }
    }

    private void tryIt(DraftOnTrial draft, int trial, int leads) {
        DraftOnTrial.Tried tried = draft.tryIt();
        if (tried.leads() != leads || tried.changed() == 0) {
            throw new BrokenRun("the what-if judged %d of %d leads, of which %d changed"
                    .formatted(tried.leads(), leads, tried.changed()));
        }
        report.figure(
                "what-if over %,d leads, run %d".formatted(leads, trial),
                "first line after %.2f s, result after %.1f s, %,.0f leads/s; %,d change grade",
                tried.firstLine().toMillis() / 1000.0,
                tried.result().toMillis() / 1000.0,
                leads / (tried.result().toNanos() / 1e9),
                tried.changed());
    }

    private void warmUp(BenchSystem system) {
        report.step("warming up");
        system.load()
                .closed(WARM_UP_CONNECTIONS, length, SampleLeads.ofBuyers())
                .requireAnyAcknowledged();
        Latencies cold = formToScore(system);
        assert cold.count() > 0;
    }

    private void live(BenchSystem system, String when) {
        report.figure("form to score on Kafka, %d leads/s, %s".formatted(rate(), when), "%s", formToScore(system));
    }

    private int rate() {
        return quick ? QUICK_RATE : RATE;
    }

    private Latencies formToScore(BenchSystem system) {
        try (Arrivals scores = system.arrivals("leadloop.scores", "io.leadloop.lead.scored.v1")) {
            Posted posted = system.load()
                    .open(rate(), length.multipliedBy(2), SampleLeads.ofBuyers())
                    .requireAllAcknowledged();
            return scores.since(posted, PATIENCE);
        }
    }

    private void rescore(BenchSystem system, int leads) {
        system.awaitCount(1, Service.SCORING_SERVICE, BEGUN, PATIENCE);
        live(system, "during it");
        if (system.count(Service.SCORING_SERVICE, FINISHED) > 0) {
            report.step("re-scoring was over before the last of these posts");
        }
        system.awaitCount(1, Service.SCORING_SERVICE, FINISHED, RESCORED_WITHIN);
        system.requireCount(0, Service.SCORING_SERVICE, OUTDATED);
        system.requireCount(leads / 5, Service.SCORING_SERVICE, CLOSED_AND_KEPT);
        long rescored =
                system.count(Service.SCORING_SERVICE, "select looked_at from rescoring where agreement_version = 2");
        long millis = system.count(Service.SCORING_SERVICE, """
                select cast(1000 * extract(epoch from finished_at - started_at) as bigint)
                from rescoring where agreement_version = 2""");
        report.figure(
                "re-scoring by another agreement, in the background",
                "%,d open leads in %.1f s, %,.0f leads/s",
                rescored,
                millis / 1000.0,
                rescored * 1000.0 / Math.max(1, millis));
    }
}
