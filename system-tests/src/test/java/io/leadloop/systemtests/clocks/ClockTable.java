package io.leadloop.systemtests.clocks;

import io.leadloop.deploy.Service;
import io.leadloop.systemtests.world.Databases;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** The tracker's table of clocks, filled and read behind its back. */
final class ClockTable {
    /** As an offer leaves one, without warnings and ladder. */
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

    /** As news of hand-offs change leads while their clocks come due, and hold them for a moment. */
    private static final String DISTURB = """
            update lead set sla_version = sla_version + 1
            where lead_id in (select lead_id from clock where next_at >= now()
                              order by next_at limit 20)
              and pg_sleep(0.002) is not null""";

    private static final Duration LATER = Duration.ofDays(30);

    private final Databases databases;

    ClockTable(Databases databases) {
        this.databases = databases;
    }

    /** Clocks that come due one after the other. */
    void put(int clocks, Duration from, Duration within) {
        databases.execute(Service.SLA_TRACKER, PUT.formatted(clocks, from.toMillis(), within.toMillis()));
        databases.execute(Service.SLA_TRACKER, "analyze clock");
    }

    /** Clocks that do not come due. */
    void putOpen(int clocks) {
        put(clocks, LATER, LATER);
    }

    /** Of those that are due while somebody looks. */
    Map<UUID, Instant> dueTimes() {
        Map<UUID, Instant> due = new HashMap<>();
        databases
                .query(Service.SLA_TRACKER, """
                        select clock_id || ' ' || to_char(due_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')
                        from clock where due_at < now() + interval '1 day'""")
                .forEach(line ->
                        due.put(UUID.fromString(line.split(" ", -1)[0]), Instant.parse(line.split(" ", -1)[1])));
        return due;
    }

    /** Changes leads of clocks that are about to come due. @return how many */
    int disturb() {
        return databases.damage(Service.SLA_TRACKER, DISTURB);
    }

    /** How often leads were changed, by whomever. */
    long changesOfLeads() {
        return number("select sum(sla_version)::bigint from lead");
    }

    long alerts() {
        return number("select count(*) from alert");
    }

    long count(String state) {
        return number("select count(*) from clock where state = '%s'".formatted(state));
    }

    /** How often the whole table was read, so far. */
    long wholeReads() {
        return number("select seq_scan from pg_stat_user_tables where relname = 'clock'");
    }

    /** Entries of the index of due times that were read, so far. */
    long entriesRead() {
        return number("select idx_tup_read from pg_stat_user_indexes where indexrelname = 'clock_next'");
    }

    void clear() {
        databases.execute(Service.SLA_TRACKER, "truncate alert, clock, lead cascade");
    }

    private long number(String query) {
        return Long.parseLong(databases.query(Service.SLA_TRACKER, query).getFirst());
    }
}
