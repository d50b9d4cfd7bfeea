package io.leadloop.handoff.offer;

import io.leadloop.events.Attempt;
import io.leadloop.messaging.Ids;
import io.leadloop.messaging.Times;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.reactive.mutiny.Mutiny;

/** The tables of hand-offs and attempts. Lock the lead before reading what is to be changed. */
@ApplicationScoped
public class HandoffStore {
    private static final String LAST = """
            select distinct on (lead_id) * from handoff where lead_id = any(cast(?1 as uuid[]))
            order by lead_id, round desc""";
    private static final String OPEN_BY_REP = """
            select rep_id, count(*) from handoff
            where rep_id = any(cast(?1 as text[])) and state in ('offered', 'accepted') group by rep_id""";
    private static final String TO_EXPIRE = """
            select lead_id from handoff where state = 'offered' and breached and accept_by <= clock_timestamp()
            order by accept_by limit ?1""";

    /** The promises' clock. */
    public Uni<Instant> now(Mutiny.StatelessSession tx) {
        return Times.now(tx);
    }

    /** The last hand-off of each of these leads that has one. */
    public Uni<Map<UUID, LockedHandoff>> last(Mutiny.StatelessSession tx, Collection<UUID> leadIds) {
        return tx.createNativeQuery(LAST, HandoffRow.class)
                .setParameter(1, leadIds.toArray(UUID[]::new))
                .getResultList()
                .map(rows -> rows.stream()
                        .map(LockedHandoff::new)
                        .collect(Collectors.toMap(LockedHandoff::leadId, handoff -> handoff)));
    }

    /** How many open hand-offs each of these reps has; those without any are left out. */
    public Uni<Map<String, Integer>> openByRep(Mutiny.StatelessSession tx, Collection<String> repIds) {
        return tx.createNativeQuery(OPEN_BY_REP, Tuple.class)
                .setParameter(1, repIds.toArray(String[]::new))
                .getResultList()
                .map(rows -> rows.stream()
                        .collect(Collectors.toMap(
                                row -> row.get(0, String.class),
                                row -> row.get(1, Long.class).intValue())));
    }

    /** Leads whose offer is overdue by this database's clock, after the acceptance clock said so. */
    public Uni<List<UUID>> toExpire(Mutiny.StatelessSession tx, int limit) {
        return tx.createNativeQuery(TO_EXPIRE, UUID.class)
                .setParameter(1, limit)
                .getResultList();
    }

    public Uni<Void> insert(Mutiny.StatelessSession tx, Collection<LockedHandoff> handoffs) {
        Object[] rows = handoffs.stream().map(LockedHandoff::row).toArray();
        return rows.length == 0 ? Uni.createFrom().voidItem() : tx.insertAll(rows.length, rows);
    }

    public Uni<Void> update(Mutiny.StatelessSession tx, Collection<LockedHandoff> handoffs) {
        Object[] rows = handoffs.stream().map(LockedHandoff::row).toArray();
        return rows.length == 0 ? Uni.createFrom().voidItem() : tx.updateAll(rows);
    }

    Uni<Void> insert(Mutiny.StatelessSession tx, UUID handoffId, Attempt attempt) {
        return tx.insert(AttemptRow.of(Ids.next(), handoffId, attempt));
    }

    Uni<Optional<HandoffRow>> find(Mutiny.StatelessSession tx, UUID handoffId) {
        return tx.get(HandoffRow.class, handoffId).map(Optional::ofNullable);
    }

    Uni<List<HandoffRow>> list(Mutiny.StatelessSession tx, HandoffFilter filter) {
        var query = tx.createNativeQuery(filter.sql(), HandoffRow.class);
        List<Object> values = filter.values();
        for (int index = 0; index < values.size(); index++) {
            query = query.setParameter(index + 1, values.get(index));
        }
        return query.getResultList();
    }

    Uni<List<Attempt>> attempts(Mutiny.StatelessSession tx, UUID handoffId) {
        return tx.createNativeQuery(
                        "select * from attempt where handoff_id = ?1 order by made_at, attempt_id", AttemptRow.class)
                .setParameter(1, handoffId)
                .getResultList()
                .map(rows -> rows.stream().map(AttemptRow::attempt).toList());
    }
}
