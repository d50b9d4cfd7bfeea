package io.leadloop.sla.alert.alertmanager;

import io.leadloop.events.EventJson;
import io.leadloop.events.Quota;
import io.leadloop.messaging.Times;
import io.leadloop.sla.alert.alertmanager.Firing.Promise;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;

/** What fires now, and what Alertmanager believes to fire. */
@ApplicationScoped
class FiringStore {
    private static final String TURN = """
            update alertmanager_turn set next_at = clock_timestamp() + cast(cast(?1 as text) as interval)
            where next_at <= clock_timestamp() returning clock_timestamp()""";

    private static final String COLUMNS = """
            a.kind, a.rep_id, a.team_id, a.manager_id, a.at, a.due_at, a.clock_id, a.clock, a.lead_id, a.quota""";

    /**
     * A breach concerns people until somebody looks after it, but not for longer than a day. A quota that is behind concerns them
     * until it is not, or the month is over; one that is missed at the month's end a day. Its latest alert is the one that counts.
     */
    private static final String FIRING = """
            (select distinct on (a.clock_id, a.kind) %1$s
             from alert a join clock c on c.clock_id = a.clock_id and c.state = a.kind
             where a.at > clock_timestamp() - case a.kind when 'breached' then interval '1 day' else interval '30 days' end
               and a.at > clock_timestamp() - interval '30 days' and a.acknowledged_at is null
             order by a.clock_id, a.kind, a.alert_id desc limit ?1)
            union all
            (select %1$s
             from quota q join lateral (
                 select * from alert o
                 where o.quota_id = q.quota_id and o.kind = case when q.missed_at is null then 'warned' else 'missed' end
                 order by o.alert_id desc limit 1) a on true
             where q.behind and a.acknowledged_at is null
               and (not q.closed or (a.kind = 'missed' and a.at > clock_timestamp() - interval '1 day'))
             order by q.month desc, q.place limit ?1)""".formatted(COLUMNS);

    private static final String TOLD = """
            (select distinct on (a.clock_id, a.kind) %1$s
             from alertmanager_told t join alert a using (clock_id, kind)
             order by a.clock_id, a.kind, a.alert_id desc limit ?1)
            union all
            (select distinct on (a.quota_id, a.kind) %1$s
             from alertmanager_told t join alert a using (quota_id, kind)
             order by a.quota_id, a.kind, a.alert_id desc limit ?1)""".formatted(COLUMNS);

    private static final String KEYS = """
            jsonb_to_recordset(cast(cast(?1 as text) as jsonb)) as k("clockId" uuid, "quotaId" text, "kind" text)""";

    private static final String KEEP = """
            insert into alertmanager_told (clock_id, quota_id, kind)
            select "clockId", "quotaId", "kind" from %s on conflict do nothing""".formatted(KEYS);

    private static final String FORGET = """
            delete from alertmanager_told t using %s
            where t.kind = k."kind" and (t.clock_id = k."clockId" or t.quota_id = k."quotaId")""".formatted(KEYS);

    private static final int MOST = 2_000;

    /** Whose turn it is gets the time; nobody else does until {@code pause} has passed. */
    Uni<List<Instant>> turn(Mutiny.StatelessSession tx, Duration pause) {
        return tx.createNativeQuery(TURN, Instant.class)
                .setParameter(1, pause.toString())
                .getResultList();
    }

    Uni<List<Firing>> firing(Mutiny.StatelessSession tx) {
        return read(tx, FIRING);
    }

    Uni<List<Firing>> told(Mutiny.StatelessSession tx) {
        return read(tx, TOLD);
    }

    /** Remembers what fires and forgets what is over. */
    Uni<Void> keep(Mutiny.StatelessSession tx, List<Firing> all) {
        return write(tx, KEEP, all.stream().filter(one -> !one.over()).toList())
                .chain(() -> write(tx, FORGET, all.stream().filter(Firing::over).toList()));
    }

    private static Uni<Void> write(Mutiny.StatelessSession tx, String statement, List<Firing> all) {
        return all.isEmpty()
                ? Uni.createFrom().voidItem()
                : tx.createNativeQuery(statement)
                        .setParameter(
                                1, EventJson.write(all.stream().map(Firing::key).toList()))
                        .executeUpdate()
                        .replaceWithVoid();
    }

    private static Uni<List<Firing>> read(Mutiny.StatelessSession tx, String query) {
        return tx.createNativeQuery(query, Object[].class)
                .setParameter(1, MOST)
                .getResultList()
                .map(rows -> rows.stream().map(FiringStore::firing).toList());
    }

    private static Firing firing(Object[] row) {
        return new Firing(
                row[9] == null
                        ? new Promise.ToLead((UUID) row[6], (String) row[7], (UUID) row[8])
                        : new Promise.OfMonth(EventJson.read((String) row[9], Quota.class)),
                (String) row[0],
                (String) row[1],
                (String) row[2],
                (String) row[3],
                Times.instant(row[4]),
                Times.instant(row[5]),
                false);
    }
}
