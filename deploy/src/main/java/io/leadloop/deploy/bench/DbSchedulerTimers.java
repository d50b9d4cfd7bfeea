package io.leadloop.deploy.bench;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerBuilder;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.leadloop.deploy.Service;
import java.lang.management.ManagementFactory;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * db-scheduler, which others keep such times with, on the same database server: the same number of tasks at the same times, each of
 * which writes one row. It runs in this program, with a pool of connections.
 */
final class DbSchedulerTimers implements Timers, AutoCloseable {
    private static final int THREADS = 10;
    private static final String TASK = "promise";
    private static final List<String> TABLES = List.of(
            "drop schema if exists bench cascade",
            "create schema bench",
            """
            create table bench.scheduled_tasks (
              task_name text not null, task_instance text not null, task_data bytea,
              execution_time timestamp with time zone, picked boolean not null, picked_by text,
              last_success timestamp with time zone, last_failure timestamp with time zone,
              consecutive_failures int, last_heartbeat timestamp with time zone, version bigint not null,
              priority smallint, state text, primary key (task_name, task_instance))""",
            "create index execution_time_idx on bench.scheduled_tasks (execution_time)",
            "create index last_heartbeat_idx on bench.scheduled_tasks (last_heartbeat)",
            "create table bench.due (instance text primary key, due_at timestamptz not null)",
            "create table bench.done (instance text primary key, at timestamptz not null default clock_timestamp())");
    private static final String PUT = """
            with put as (
                insert into bench.scheduled_tasks (task_name, task_instance, execution_time, picked, version)
                select 'promise', gen_random_uuid()::text,
                       now()
                           + interval '%d milliseconds' + random() * interval '%d milliseconds', false, 1
                from generate_series(1, %d) returning task_instance, execution_time)
            insert into bench.due select task_instance, execution_time from put""";

    private final String name;
    private final HikariDataSource connections;
    private final Scheduler scheduler;
    private int taken;

    DbSchedulerTimers(BenchSystem system, String name, UnaryOperator<SchedulerBuilder> settings) {
        this.name = name;
        this.connections = pool(system);
        TABLES.forEach(this::execute);
        OneTimeTask<Void> task = Tasks.oneTime(TASK).execute((instance, context) -> done(instance.getId()));
        this.scheduler = settings.apply(Scheduler.create(connections, task)
                        .tableName("bench.scheduled_tasks")
                        .threads(THREADS))
                .build();
        scheduler.start();
    }

    private static HikariDataSource pool(BenchSystem system) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(system.installation().jdbcUrl(Service.SLA_TRACKER));
        config.setUsername(Service.SLA_TRACKER.database());
        config.setPassword(system.installation().databasePassword(Service.SLA_TRACKER));
        config.setMaximumPoolSize(THREADS + 2);
        return new HikariDataSource(config);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public void putOpen(int count) {
        long later = Duration.ofDays(30).toMillis();
        execute(PUT.formatted(later, later, count));
        execute("vacuum (analyze) bench.scheduled_tasks");
    }

    @Override
    public void putDue(int count, Duration within) {
        execute(PUT.formatted(8_000, within.toMillis(), count));
    }

    @Override
    public List<Done> awaitDone(int count, Duration patience) {
        long end = System.nanoTime() + patience.toNanos();
        while (number("select count(*) from bench.done") < taken + count) {
            if (System.nanoTime() > end) {
                throw new BrokenRun("%s did not do everything within %s".formatted(name, patience));
            }
            BenchSystem.sleep(Duration.ofMillis(200));
        }
        taken += count;
        return newest(count);
    }

    /** Those of the last round: the rounds come due one after the other. */
    private List<Done> newest(int count) {
        String query = "select due_at, at from bench.done join bench.due using (instance) order by due_at desc limit ?";
        try (Connection connection = connections.getConnection();
                PreparedStatement statement = connection.prepareStatement(query)) {
            statement.setInt(1, count);
            List<Done> done = new ArrayList<>();
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    done.add(new Done(
                            row.getObject(1, OffsetDateTime.class).toInstant(),
                            row.getObject(2, OffsetDateTime.class).toInstant()));
                }
            }
            return done;
        } catch (SQLException e) {
            throw new BrokenRun(e.getMessage());
        }
    }

    /** Of this program, which does little else meanwhile. */
    @Override
    public Duration processor() {
        var system = (com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        return Duration.ofNanos(system.getProcessCpuTime());
    }

    @Override
    public void close() {
        scheduler.stop();
        execute("drop schema bench cascade");
        connections.close();
    }

    private void done(String instance) {
        try (Connection connection = connections.getConnection();
                PreparedStatement statement =
                        connection.prepareStatement("insert into bench.done (instance) values (?)")) {
            statement.setString(1, instance);
            int rows = statement.executeUpdate();
            assert rows == 1;
        } catch (SQLException e) {
            throw new BrokenRun(e.getMessage());
        }
    }

    private long number(String query) {
        try (Connection connection = connections.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            return row.next() ? row.getLong(1) : 0;
        } catch (SQLException e) {
            throw new BrokenRun(e.getMessage());
        }
    }

    private void execute(String sql) {
        try (Connection connection = connections.getConnection();
                Statement statement = connection.createStatement()) {
            boolean hasRows = statement.execute(sql);
            assert !hasRows;
        } catch (SQLException e) {
            throw new BrokenRun(e.getMessage());
        }
    }
}
