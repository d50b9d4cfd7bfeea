package io.leadloop.sla.clock;

import io.leadloop.events.EventJson;
import io.leadloop.messaging.Outbox;
import io.leadloop.messaging.Times;
import io.leadloop.messaging.Trace;
import io.leadloop.sla.alert.AlertStore;
import io.leadloop.sla.clock.DueClocks.Due;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * Finds the clocks that are due, and fires them. Finding locks nothing. Firing is one statement: it claims those that are still as
 * they were found, changes them, and writes their events, alerts and deliveries. So no lock ever waits for a tracker, be it slow,
 * stopped or dead. Times are compared by the database alone.
 */
@ApplicationScoped
class DueStore {
    private static final String LOOK = """
            select clock_timestamp(), (select min(next_at) from clock where next_at is not null)""";

    /** A version is the number of the transaction that wrote the row. The time is asked for once, or no index could be used. */
    private static final String FIND = """
            with asked as materialized (select clock_timestamp() as now)
            select asked.now, cast(cast(c.xmin as text) as bigint), l.sla_version, cast(cast(l.xmin as text) as bigint),
                   c.clock_id, c.clock, c.lead_id, c.handoff_id, c.round, c.rep_id, c.team_id, c.manager_id,
                   c.agreement_version, c.on_breach, c.state, c.started_at, c.due_at, c.warnings, c.warned_share,
                   c.ended_at, c.ladder, c.rungs
            from asked, (select d.*, d.xmin from clock d where d.next_at <= (select now from asked)
                         order by d.next_at limit ?1) c
                join lead l on l.lead_id = c.lead_id
            order by c.next_at""";

    private static final String CLAIMED = "select clock_id from claimed";

    private static final String FIRE = """
            with plan as materialized (
                select * from jsonb_to_recordset(cast(cast(?1 as text) as jsonb)) as p(
                    "clockId" uuid, "seen" bigint, "leadSeen" bigint, "slaVersion" bigint, "state" text,
                    "warnedShare" float8, "endedAt" timestamptz, "nextAt" timestamptz, "rungs" int)),
            claimed as materialized (
                select c.clock_id, c.lead_id, p."slaVersion", p."state", p."warnedShare", p."endedAt", p."nextAt", p."rungs"
                from plan p join clock c on c.clock_id = p."clockId" join lead l on l.lead_id = c.lead_id
                where cast(cast(c.xmin as text) as bigint) = p."seen"
                  and cast(cast(l.xmin as text) as bigint) = p."leadSeen"
                for update of c, l skip locked),
            changed as (
                update clock c
                set state = k."state", warned_share = k."warnedShare", ended_at = k."endedAt", next_at = k."nextAt",
                    rungs = k."rungs"
                from claimed k where c.clock_id = k.clock_id),
            counted as (
                update lead l set sla_version = k.sla_version
                from (select lead_id, max("slaVersion") as sla_version from claimed group by lead_id) k
                where l.lead_id = k.lead_id),
            said as (%s),
            raised as (%s),
            told as (%s)
            select clock_id from claimed""".formatted(
                    Outbox.say("?2", CLAIMED),
                    AlertStore.raiseThose("?3", CLAIMED),
                    AlertStore.tellThose("?4", "select alert_id from raised"));

    private static final String PUT_OFF = """
            update clock set next_at = clock_timestamp() + interval '1 minute' where clock_id = ?1 and next_at is not null""";

    private final Outbox outbox;
    private final AlertStore alerts;

    DueStore(Outbox outbox, AlertStore alerts) {
        this.outbox = outbox;
        this.alerts = alerts;
    }

    /**
     * The database's time and the earliest time at which a clock needs a look.
     *
     * @param nextAt {@code null} when no clock is open
     */
    record Look(Instant now, Instant nextAt) {}

    Uni<Look> look(Mutiny.StatelessSession session) {
        return session.createNativeQuery(LOOK, Object[].class)
                .getSingleResult()
                .map(row -> new Look(Times.instant(row[0]), Times.instant(row[1])));
    }

    /** What {@link #find} found; {@code now} is the database's time, and {@code null} if that was nothing. */
    record Found(Instant now, List<Due> due) {}

    Uni<Found> find(Mutiny.StatelessSession session, int atMost) {
        return session.createNativeQuery(FIND, Object[].class)
                .setParameter(1, atMost)
                .getResultList()
                .map(rows -> new Found(
                        rows.isEmpty() ? null : Times.instant(rows.getFirst()[0]),
                        rows.stream().map(DueStore::due).toList()));
    }

    /** Everything that {@link #fire} writes besides the clocks, as JSON. */
    record Prepared(String changes, String events, AlertStore.Prepared alerts) {}

    Uni<Prepared> prepare(Mutiny.StatelessSession session, DueClocks due) {
        String events = outbox.prepare(due.events(), event -> event.clock().clockId(), event -> Trace.fresh());
        return alerts.prepare(session, due.alerts())
                .map(alerts -> new Prepared(EventJson.write(due.changes()), events, alerts));
    }

    /** Of the clocks those that were still as they had been found, and so were fired. */
    Uni<List<UUID>> fire(Mutiny.StatelessSession session, Prepared prepared) {
        return session.createNativeQuery(FIRE, UUID.class)
                .setParameter(1, prepared.changes())
                .setParameter(2, prepared.events())
                .setParameter(3, prepared.alerts().alerts())
                .setParameter(4, prepared.alerts().deliveries())
                .getResultList();
    }

    /** For a minute, so that one that cannot be fired does not stand before all others. */
    Uni<Integer> putOff(Mutiny.StatelessSession session, UUID clockId) {
        return session.createNativeQuery(PUT_OFF).setParameter(1, clockId).executeUpdate();
    }

    private static Due due(Object[] column) {
        ClockRow row = new ClockRow();
        row.clockId = (UUID) column[4];
        row.clock = (String) column[5];
        row.leadId = (UUID) column[6];
        row.handoffId = (UUID) column[7];
        row.round = (Integer) column[8];
        row.repId = (String) column[9];
        row.teamId = (String) column[10];
        row.managerId = (String) column[11];
        row.agreementVersion = (Integer) column[12];
        row.onBreach = (String) column[13];
        row.state = (String) column[14];
        row.startedAt = Times.instant(column[15]);
        row.dueAt = Times.instant(column[16]);
        row.warnings = (String) column[17];
        row.warnedShare = (Double) column[18];
        row.endedAt = Times.instant(column[19]);
        row.ladder = (String) column[20];
        row.rungs = (Integer) column[21];
        return new Due(row, (Long) column[1], (Long) column[2], (Long) column[3]);
    }
}
