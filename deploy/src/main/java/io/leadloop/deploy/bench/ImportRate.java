package io.leadloop.deploy.bench;

import io.leadloop.deploy.Service;
import io.leadloop.deploy.process.Http;
import java.net.URI;
import java.time.Duration;
import java.util.Map;

/** Rows of a file of leads a second, from the post to the last row in the reports' database. */
final class ImportRate {
    private static final int ROWS = 20_000;
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final BenchSystem system;
    private final Report report;

    ImportRate(BenchSystem system, Report report) {
        this.system = system;
        this.report = report;
    }

    void measure() {
        Map<String, String> file = SampleLeads.importFile(ROWS);
        URI imports = system.installation().address(Service.LEAD_INTAKE).resolve("/v1/imports");
        String inReports = "select count(*) from lead_funnel where historical";
        long before = system.count(Service.REPORTING_SERVICE, inReports);
        long begun = System.nanoTime();
        var answer = Http.postFilesAs(system.adminToken(), imports, file);
        if (answer.statusCode() != 202) {
            throw new BrokenRun("the import was refused: " + answer.body());
        }
        double received = seconds(begun);
        system.awaitCount(
                ROWS, Service.LEAD_INTAKE, "select count(*) from import_row where state = 'imported'", PATIENCE);
        double stored = seconds(begun);
        system.awaitCount(before + ROWS, Service.REPORTING_SERVICE, inReports, PATIENCE);
        report.figure(
                "import of %,d leads from a file".formatted(ROWS),
                "%,.0f rows/s stored (file read after %.1f s), %,.0f rows/s until all are in the reports",
                ROWS / stored,
                received,
                ROWS / seconds(begun));
    }

    private static double seconds(long begun) {
        return (System.nanoTime() - begun) / 1e9;
    }
}
