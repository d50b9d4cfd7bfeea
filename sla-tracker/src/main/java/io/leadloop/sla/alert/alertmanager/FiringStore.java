package io.leadloop.sla.alert.alertmanager;

import io.leadloop.messaging.Times;
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

    /** A breach concerns people until somebody looks after it, but not for longer than a day. */
    private static final String FIRING = """
            select distinct on (a.clock_id, a.kind)
                   a.clock_id, a.kind, a.clock, a.lead_id, a.handoff_id, a.rep_id, a.team_id, a.manager_id, a.at, a.due_at
            from alert a join clock c on c.clock_id = a.clock_id and c.state = a.kind
            where a.at > clock_timestamp() - case a.kind when 'breached' then interval '1 day' else interval '30 days' end
              and a.at > clock_timestamp() - interval '30 days' and a.acknowledged_at is null
            order by a.clock_id, a.kind, a.alert_id desc limit ?1""";

    private static final String TOLD = """
            select distinct on (a.clock_id, a.kind)
                   a.clock_id, a.kind, a.clock, a.lead_id, a.handoff_id, a.rep_id, a.team_id, a.manager_id, a.at, a.due_at
            from alertmanager_told t join alert a using (clock_id, kind)
            order by a.clock_id, a.kind, a.alert_id desc limit ?1""";

    private static final String KEEP = """
            insert into alertmanager_told (clock_id, kind)
            select * from unnest(cast(?1 as uuid[]), cast(?2 as text[])) on conflict do nothing""";

    private static final String FORGET = """
            delete from alertmanager_told t using unnest(cast(?1 as uuid[]), cast(?2 as text[])) as over(clock_id, kind)
            where t.clock_id = over.clock_id and t.kind = over.kind""";

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
                        .setParameter(1, all.stream().map(Firing::clockId).toArray(UUID[]::new))
                        .setParameter(2, all.stream().map(Firing::kind).toArray(String[]::new))
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
                (UUID) row[0],
                (String) row[1],
                (String) row[2],
                (UUID) row[3],
                (UUID) row[4],
                (String) row[5],
                (String) row[6],
                (String) row[7],
                Times.instant(row[8]),
                Times.instant(row[9]),
                false);
    }
}
