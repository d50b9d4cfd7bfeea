package io.leadloop.deploy.bench;

import io.leadloop.deploy.Service;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;

/**
 * Leads of the last twelve weeks with what they did and what became of them, put into scoring-service's tables as its consumers leave
 * them: of different sizes and jobs, four activities each and a demo request of every third; every fifth was won or lost. Their first
 * scores are its own work: all are due at once.
 */
final class StoredHistory {
    private static final int AT_ONCE = 10_000;
    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final String UNSCORED = "select count(*) from lead_score where score is null";
    private static final String UNTOLD =
            "select count(*) from outbox where (transaction_id < (select watermark from relay_audit)) is not true";

    private static final String PUT = """
            with numbers as materialized (
                select i, uuidv7() as lead_id, now() - random() * interval '84 days' as captured_at
                from generate_series(%d, %d) i),
            leads as (
                insert into lead_score (lead_id, lead_version, next_at, closed_at, outcome, lead)
                select lead_id, 1, now(), case when i %% 5 = 0 then now() end,
                       case when i %% 10 = 0 then 'won' when i %% 5 = 0 then 'lost' end,
                       cast(json_build_object(
                           'capturedAt', to_char(captured_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"'),
                           'historical', true,
                           'profile', json_build_object(
                               'email', 'stored.' || i || '@acme-industries.example', 'company', 'Acme Industries',
                               'jobTitle', (array['VP Operations', 'Office Manager', 'Engineer', 'Head of Sales', 'Student'])[1 + i %% 5],
                               'industry', 'Manufacturing', 'country', 'US',
                               'employees', (array[20, 80, 150, 400, 2000])[1 + (i / 5) %% 5]),
                           'touches', json_build_array(json_build_object(
                               'source', 'google', 'medium', 'cpc', 'campaign', 'spring-launch', 'landingPage', '/pricing'))) as text)
                from numbers)
            insert into activity (activity_id, lead_id, type, occurred_at)
            select gen_random_uuid(), lead_id, type, least(now(), captured_at + day * interval '1 day')
            from numbers, (values ('page_view', 0), ('page_view', 1), ('content_download', 2), ('page_view', 3), ('demo_request', 4))
                as did (type, day)
            where type <> 'demo_request' or i %% 3 = 0""";

    private final BenchSystem system;
    private final Report report;

    StoredHistory(BenchSystem system, Report report) {
        this.system = system;
        this.report = report;
    }

    /** Returns when all are scored, and everybody has been told. */
    void fill(int leads) {
        for (int put = 0; put < leads; put += AT_ONCE) {
            execute(PUT.formatted(put + 1, Math.min(leads, put + AT_ONCE)));
        }
        execute("analyze lead_score");
        execute("analyze activity");
        long begun = System.nanoTime();
        awaitNone(UNSCORED);
        report.figure(
                "first scores of %,d leads that are due at once".formatted(leads),
                "%,.0f leads/s",
                leads / ((System.nanoTime() - begun) / 1e9));
        report.step("waiting until all of that was told");
        awaitNone(UNTOLD);
    }

    private void awaitNone(String query) {
        system.awaitAtMost(0, Service.SCORING_SERVICE, query, PATIENCE);
    }

    private void execute(String sql) {
        try (Connection connection = system.connect(Service.SCORING_SERVICE);
                Statement statement = connection.createStatement()) {
            boolean hasRows = statement.execute(sql);
            assert !hasRows;
        } catch (SQLException e) {
            throw new BrokenRun(e.getMessage());
        }
    }
}
