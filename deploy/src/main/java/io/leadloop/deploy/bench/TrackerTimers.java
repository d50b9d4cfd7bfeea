package io.leadloop.deploy.bench;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.leadloop.deploy.Service;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/**
 * sla-tracker's clocks, put into its table as offers leave them. Done is what lies on Kafka; the time is that of the row in the outbox,
 * which commits with the breach.
 */
final class TrackerTimers implements Timers, AutoCloseable {
    private static final int AT_ONCE = 100_000;
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String PUT = """
            with leads as (
                insert into lead (lead_id) select gen_random_uuid() from generate_series(1, %d) returning lead_id)
            insert into clock (clock_id, subject_id, handoff_id, lead_id, clock, kind, round, rep_id, team_id, agreement_version,
                               state, started_at, due_at, next_at, warnings)
            select gen_random_uuid(), handoff_id, handoff_id, lead_id, 'acceptance', 'ACCEPTANCE', 1, 'ana', 'sales', 1,
                   'running', now(), due_at, due_at, '[]'
            from (select lead_id, gen_random_uuid() as handoff_id,
                         now() + interval '%d milliseconds' + random() * interval '%d milliseconds' as due_at
                  from leads) as offered""";

    private final BenchSystem system;
    private final Arrivals breaches;
    private int taken;

    TrackerTimers(BenchSystem system) {
        this.system = system;
        this.breaches = Arrivals.withValues(
                system.installation().kafkaBootstrap(), "leadloop.sla", "io.leadloop.clock.breached.v1");
    }

    @Override
    public String name() {
        return "sla-tracker";
    }

    @Override
    public void putOpen(int count) {
        long later = Duration.ofDays(30).toMillis();
        for (int put = 0; put < count; put += AT_ONCE) {
            execute(PUT.formatted(Math.min(AT_ONCE, count - put), later, later));
        }
        execute("vacuum (analyze) clock");
    }

    @Override
    public void putDue(int count, Duration within) {
        execute(PUT.formatted(count, 8_000, within.toMillis()));
    }

    @Override
    public List<Done> awaitDone(int count, Duration patience) {
        long end = System.nanoTime() + patience.toNanos();
        while (breaches.arrived().size() < taken + count) {
            if (System.nanoTime() > end) {
                throw new BrokenRun("of %d due clocks %d were told after %s"
                        .formatted(count, breaches.arrived().size() - taken, patience));
            }
            BenchSystem.sleep(Duration.ofMillis(50));
        }
        List<Done> done = breaches.arrived().stream()
                .skip(taken)
                .flatMap(TrackerTimers::done)
                .toList();
        taken += count;
        system.requireCount(taken, Service.SLA_TRACKER, "select count(*) from alert where kind = 'breached'");
        return done;
    }

    @Override
    public Duration processor() {
        return Usage.of(system.installation()).processor().getOrDefault(Service.SLA_TRACKER.id(), Duration.ZERO);
    }

    @Override
    public void close() {
        breaches.close();
    }

    private static Stream<Done> done(Arrivals.Arrived arrived) {
        try {
            String due = JSON.readTree(arrived.value()).at("/clock/dueAt").asText();
            return Stream.of(new Done(Instant.parse(due), arrived.writtenAt()));
        } catch (JsonProcessingException e) {
            throw new BrokenRun("an event of leadloop.sla is not JSON");
        }
    }

    private void execute(String sql) {
        try (Connection connection = system.connect(Service.SLA_TRACKER);
                Statement statement = connection.createStatement()) {
            boolean hasRows = statement.execute(sql);
            assert !hasRows;
        } catch (SQLException e) {
            throw new BrokenRun(e.getMessage());
        }
    }
}
