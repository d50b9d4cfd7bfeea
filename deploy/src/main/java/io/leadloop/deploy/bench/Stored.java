package io.leadloop.deploy.bench;

import io.leadloop.deploy.Service;
import java.time.Duration;

/** Fills the system before anything is measured: with leads that went the whole way, as fast as it takes them, and copies of those. */
final class Stored {
    /** How far posts may be ahead of offers: more would only fill Kafka. */
    private static final long AHEAD = 20_000;
    /** So many go the whole way. */
    private static final long ORIGINALS = 10_000;

    private static final int CONNECTIONS = 16;
    private static final Duration TURN = Duration.ofSeconds(2);
    private static final Duration STUCK = Duration.ofMinutes(2);

    private final BenchSystem system;
    private final Report report;

    Stored(BenchSystem system, Report report) {
        this.system = system;
        this.report = report;
    }

    /** Returns when at least so many leads are stored, and each has its hand-off. */
    void fill(long wanted) {
        long originals = throughTheLoop(Math.min(wanted, ORIGINALS));
        if (wanted > originals) {
            new StoredCopies(system, report).add(Math.ceilDiv(wanted, originals) - 1);
        }
        report.figure("leads stored before", "%,d", system.count(Service.LEAD_INTAKE, "select count(*) from lead"));
    }

    private long throughTheLoop(long wanted) {
        report.step("storing %,d leads", wanted);
        long begun = System.nanoTime();
        long posted = 0;
        long offered = 0;
        long lastMove = System.nanoTime();
        SampleLeads leads = SampleLeads.ofBuyers();
        while (offered < wanted) {
            if (posted < wanted && posted - offered < AHEAD) {
                posted += system.load().closed(CONNECTIONS, TURN, leads).acknowledged();
            } else {
                BenchSystem.sleep(TURN);
            }
            long now = system.count(Service.HANDOFF_SERVICE, "select count(*) from handoff");
            if (now > offered) {
                lastMove = System.nanoTime();
            } else if (System.nanoTime() - lastMove > STUCK.toNanos()) {
                throw new BrokenRun(
                        "no lead was offered for " + STUCK + "; " + posted + " were posted, " + now + " offered");
            }
            offered = now;
        }
        while (system.count(Service.HANDOFF_SERVICE, "select count(*) from handoff") < posted) {
            BenchSystem.sleep(TURN);
        }
        report.figure(
                "through the whole loop without a pause",
                "%,.0f leads/s",
                posted / ((System.nanoTime() - begun) / 1e9));
        return posted;
    }
}
