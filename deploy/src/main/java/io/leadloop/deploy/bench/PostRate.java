package io.leadloop.deploy.bench;

import io.leadloop.deploy.Service;
import io.leadloop.deploy.connect.ConnectWorker;
import io.leadloop.deploy.settings.Settings;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;

/**
 * Durable {@code POST /v1/leads} a second, beside pgbench on the same server. As pgbench has the machine to itself, so has
 * intake: the relay and the other services do not run, and no log is kept for them, which would make both slower.
 */
final class PostRate {
    private static final int[] CONNECTIONS = {32, 128};
    private static final int PGBENCH_CLIENTS = 32;
    private static final int MOST_WARM_UPS = 30;
    private static final double GAIN = 1.02;
    private static final String LEADS = "select count(*) from lead";
    private static final String EVENTS = "select count(*) from outbox where type = 'io.leadloop.lead.captured.v1'";

    private final Path directory;
    private final Settings settings;
    private final Duration length;
    private final Report report;

    PostRate(Path directory, Settings settings, Duration length, Report report) {
        this.directory = directory;
        this.settings = settings;
        this.length = length;
        this.report = report;
    }

    void measure() {
        report.step("durable posts: starting PostgreSQL, Kafka and lead-intake");
        try (BenchSystem system = BenchSystem.start(directory, settings, "PT24H", EnumSet.of(Service.LEAD_INTAKE))) {
            system.installation().stop(ConnectWorker.NAME);
            system.dropSlot(Service.LEAD_INTAKE);
            Load load = system.load();
            SampleLeads leads = SampleLeads.ofReaders();
            warmUp(load, leads);
            long acknowledged = system.count(Service.LEAD_INTAKE, LEADS);
            double yardstick = pgbench(system);
            double[] rates = new double[CONNECTIONS.length];
            for (int i = 0; i < CONNECTIONS.length; i++) {
                Posted posted = load.closed(CONNECTIONS[i], length, leads).requireAllAcknowledged();
                acknowledged += posted.acknowledged();
                rates[i] = perSecond(posted);
                report.figure(
                        "durable posts, %d connections".formatted(CONNECTIONS[i]),
                        "%,.0f/s; %s",
                        rates[i],
                        posted.answerTimes());
            }
            int most = CONNECTIONS[CONNECTIONS.length - 1];
            Posted keyed = load.closed(most, length, leads.withKeys()).requireAllAcknowledged();
            acknowledged += keyed.acknowledged();
            report.figure(
                    "each with an Idempotency-Key, %d connections".formatted(most),
                    "%,.0f/s; %s",
                    perSecond(keyed),
                    keyed.answerTimes());
            if (yardstick > 0) {
                yardstick = (yardstick + pgbench(system)) / 2;
                report.figure(
                        "pgbench, the same two rows, %d clients".formatted(PGBENCH_CLIENTS), "%,.0f/s", yardstick);
                for (int i = 0; i < CONNECTIONS.length; i++) {
                    report.figure(
                            "durable posts / pgbench, %d connections".formatted(CONNECTIONS[i]),
                            "%.2f",
                            rates[i] / yardstick);
                }
            } else {
                report.figure("durable posts / pgbench", "not measured: pgbench is not installed");
            }
            system.requireCount(acknowledged, Service.LEAD_INTAKE, LEADS);
            system.requireCount(acknowledged, Service.LEAD_INTAKE, EVENTS);
        }
    }

    /**
     * Until nothing is gained any more: the optimising compiler takes half of two cores for minutes. A cold service may refuse some
     * when all come at once; only what is measured must be without fault.
     */
    private void warmUp(Load load, SampleLeads leads) {
        int connections = CONNECTIONS[CONNECTIONS.length - 1];
        double best = 0;
        int withoutGain = 0;
        for (int turn = 1; turn <= MOST_WARM_UPS && withoutGain < 3; turn++) {
            Posted posted = load.closed(connections, length, leads);
            posted.requireAnyAcknowledged();
            double rate = perSecond(posted);
            withoutGain = rate > GAIN * best ? 0 : withoutGain + 1;
            best = Math.max(best, rate);
            report.step("warming up, %d s: %,.0f posts/s", turn * length.toSeconds(), rate);
        }
    }

    private double perSecond(Posted posted) {
        return posted.acknowledged() / (double) length.toSeconds();
    }

    private double pgbench(BenchSystem system) {
        return PgBench.on(system)
                .map(found -> found.prepare().perSecond(PGBENCH_CLIENTS, length))
                .orElse(0.0);
    }
}
