package io.leadloop.deploy.bench;

import io.leadloop.deploy.Service;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Copies leads that went the whole way, in the tables of all services: each copy has ids of its own, the same ones everywhere, and
 * is closed. So a million stored leads are there in minutes, and cost what a million do.
 */
final class StoredCopies {
    private static final Duration READ_WITHIN = Duration.ofMinutes(20);
    /** Copies of each lead in one transaction. */
    private static final long AT_ONCE = 10;
    /** What a slot may hold back when its connector counts as having read past the copies. */
    private static final long FEW_BYTES = 64L << 20;
    /** A quarter of what the log of a stopped connector may take. */
    private static final long MANY_BYTES = 512L << 20;

    private static final String HELD_BACK = """
            select coalesce(max(pg_wal_lsn_diff(pg_current_wal_lsn(), confirmed_flush_lsn)), 0)
            from pg_replication_slots where slot_type = 'logical'""";

    private static final String COLUMNS = """
            select column_name, udt_name from information_schema.columns
            where table_schema = 'public' and table_name = '%s' and is_identity = 'NO' and is_generated = 'NEVER'""";

    /** What tells of leads, in the order in which rows refer to each other. */
    private static final Map<Service, List<String>> TABLES = new EnumMap<>(Map.of(
            Service.LEAD_INTAKE, List.of("lead", "activity"),
            Service.SCORING_SERVICE, List.of("lead_score", "activity", "score_change"),
            Service.HANDOFF_SERVICE, List.of("lead", "handoff"),
            Service.SLA_TRACKER, List.of("lead", "clock", "mql", "handed_off"),
            Service.REPORTING_SERVICE, List.of("lead_funnel", "timeline_entry")));

    /** A copy's own values, {@code n} being its number: of a column of a table, of all columns of a name, of all of a type. */
    private static final Map<String, String> OWN = Map.ofEntries(
            Map.entry("email", "n || '.' || %s"),
            Map.entry("external_id", "n || '.' || %s"),
            Map.entry("handoff.state", "'closed'"),
            Map.entry("handoff.outcome", "'lost'"),
            Map.entry("handoff.closed_at", "now()"),
            Map.entry("lead_score.next_at", "null"),
            Map.entry("lead_score.closed_at", "now()"),
            Map.entry("lead_score.outcome", "'lost'"),
            Map.entry("clock.state", "'met'"),
            Map.entry("clock.next_at", "null"),
            Map.entry("clock.paused_at", "null"),
            Map.entry("clock.ended_at", "now()"),
            Map.entry("uuid", "cast(left(cast(%1$s as text), 24) || left(md5(%1$s || '/' || n), 12) as uuid)"));

    private final BenchSystem system;
    private final Report report;

    StoredCopies(BenchSystem system, Report report) {
        this.system = system;
        this.report = report;
    }

    /** Returns when there are so many copies of each lead, and the connectors have read past them. */
    void add(long copies) {
        report.step("waiting until everybody has heard of the leads");
        system.awaitRead(READ_WITHIN);
        TABLES.forEach((service, tables) -> tables.forEach(table -> {
            report.step("copying %s of %s", table, service.id());
            copy(service, table, copies);
        }));
        report.step("waiting until the connectors have read past the copies");
        awaitConnectors(FEW_BYTES);
    }

    private void copy(Service service, String table, long copies) {
        try (Connection connection = system.connect(service);
                Statement statement = connection.createStatement()) {
            List<String> columns = new ArrayList<>();
            List<String> values = new ArrayList<>();
            try (ResultSet column = statement.executeQuery(COLUMNS.formatted(table))) {
                while (column.next()) {
                    String name = column.getString("column_name");
                    columns.add(name);
                    values.add(value(table, name, column.getString("udt_name")));
                }
            }
            int originals = statement.executeUpdate("create temp table original as table " + table);
            for (long copied = 0; copied < copies; copied += AT_ONCE) {
                int rows =
                        statement.executeUpdate("insert into %s (%s) select %s from original, generate_series(%d, %d) n"
                                .formatted(
                                        table,
                                        String.join(", ", columns),
                                        String.join(", ", values),
                                        copied + 1,
                                        Math.min(copies, copied + AT_ONCE)));
                assert rows >= originals;
                awaitConnectors(MANY_BYTES);
            }
            int analyzed = statement.executeUpdate("analyze " + table);
            assert analyzed == 0;
        } catch (SQLException e) {
            throw new BrokenRun(service.id() + ", table " + table + ": " + e.getMessage());
        }
    }

    private static String value(String table, String column, String type) {
        return Stream.of(table + "." + column, column, type)
                .flatMap(name -> Stream.ofNullable(OWN.get(name)))
                .findFirst()
                .orElse("%s")
                .formatted("original." + column);
    }

    /** A slot that keeps more of the log than it may is given up by the server. */
    private void awaitConnectors(long behind) {
        system.awaitAtMost(behind, Service.LEAD_INTAKE, HELD_BACK, READ_WITHIN);
    }
}
