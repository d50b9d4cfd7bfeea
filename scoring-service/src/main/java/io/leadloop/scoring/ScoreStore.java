package io.leadloop.scoring;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import io.leadloop.agreement.rules.LeadActivity;
import io.leadloop.messaging.Times;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.hibernate.reactive.mutiny.Mutiny;

/** Loads and saves by the batch. Rows are locked in the order of their ids, so that two batches cannot wait for each other. */
@ApplicationScoped
class ScoreStore {

    /** The rows of these leads, locked until the end of the transaction; a lead that is not known yet gets one. */
    Uni<Map<UUID, ScoreRow>> lock(Mutiny.StatelessSession tx, Collection<UUID> leadIds) {
        UUID[] ids = leadIds.stream().distinct().toArray(UUID[]::new);
        return tx.createNativeQuery("""
                        insert into lead_score (lead_id)
                        select id from unnest(cast(?1 as uuid[])) as id order by id
                        on conflict do nothing""")
                .setParameter(1, ids)
                .executeUpdate()
                .chain(() -> tx.createNativeQuery("""
                                select * from lead_score where lead_id = any(cast(?1 as uuid[]))
                                order by lead_id for update""", ScoreRow.class)
                        .setParameter(1, ids)
                        .getResultList())
                .map(rows -> rows.stream()
                        .collect(Collectors.toMap(
                                row -> row.leadId, Function.identity(), (one, same) -> one, LinkedHashMap::new)));
    }

    /** Keeps what leads did, and says which of it was not known before. */
    Uni<List<Deed>> add(Mutiny.StatelessSession tx, List<Deed> activities) {
        if (activities.isEmpty()) {
            return Uni.createFrom().item(List.of());
        }
        return tx.createNativeQuery("""
                        insert into activity (activity_id, lead_id, type, occurred_at)
                        select * from unnest(cast(?1 as uuid[]), cast(?2 as uuid[]), cast(?3 as text[]),
                                             cast(cast(?4 as text[]) as timestamptz[]))
                        on conflict do nothing
                        returning activity_id""", UUID.class)
                .setParameter(1, activities.stream().map(Deed::activityId).toArray(UUID[]::new))
                .setParameter(2, activities.stream().map(Deed::leadId).toArray(UUID[]::new))
                .setParameter(3, activities.stream().map(Deed::type).toArray(String[]::new))
                .setParameter(
                        4,
                        activities.stream()
                                .map(activity -> activity.occurredAt().toString())
                                .toArray(String[]::new))
                .getResultList()
                .map(Set::copyOf)
                .map(added -> activities.stream()
                        .filter(activity -> added.contains(activity.activityId()))
                        .toList());
    }

    /** What these leads did, as far as it is of one of the types. */
    Uni<Map<UUID, List<LeadActivity>>> activities(
            Mutiny.StatelessSession tx, Collection<UUID> leadIds, Collection<String> types) {
        if (leadIds.isEmpty() || types.isEmpty()) {
            return Uni.createFrom().item(Map.of());
        }
        return tx.createNativeQuery("""
                        select activity_id, lead_id, type, occurred_at from activity
                        where lead_id = any(cast(?1 as uuid[])) and type = any(cast(?2 as text[]))""", ActivityRow.class)
                .setParameter(1, leadIds.toArray(UUID[]::new))
                .setParameter(2, types.toArray(String[]::new))
                .getResultList()
                .map(rows ->
                        rows.stream().collect(groupingBy(row -> row.leadId, mapping(ActivityRow::activity, toList()))));
    }

    /**
     * The database's time and the earliest time at which a score needs a look.
     *
     * @param nextAt {@code null} when none does
     */
    record Look(Instant now, Instant nextAt) {}

    Uni<Look> look(Mutiny.StatelessSession tx) {
        return tx.createNativeQuery("""
                        select clock_timestamp(), (select min(coalesce(retry_at, next_at)) from lead_score
                                                   where coalesce(retry_at, next_at) is not null)""", Object[].class)
                .getSingleResult()
                .map(row -> new Look(Times.instant(row[0]), Times.instant(row[1])));
    }

    /** Oldest first; what another instance has in its hands is left to it. */
    Uni<List<ScoreRow>> claimDue(Mutiny.StatelessSession tx, Instant now, int atMost) {
        return tx.createNativeQuery("""
                        select * from lead_score
                        where coalesce(retry_at, next_at) is not null and coalesce(retry_at, next_at) <= ?1
                        order by coalesce(retry_at, next_at) limit ?2
                        for update skip locked""", ScoreRow.class)
                .setParameter(1, now)
                .setParameter(2, atMost)
                .getResultList();
    }

    /** The database's clock: the one that all instances share. */
    Uni<Instant> now(Mutiny.StatelessSession tx) {
        return Times.now(tx);
    }

    Uni<Void> save(Mutiny.StatelessSession tx, Collection<ScoreRow> rows) {
        return rows.isEmpty() ? Uni.createFrom().voidItem() : tx.updateAll(rows.size(), rows.toArray());
    }

    /** Each change becomes a part of its lead's history. */
    Uni<Void> keep(Mutiny.StatelessSession tx, Collection<ScoreChangeRow> changes) {
        return changes.isEmpty() ? Uni.createFrom().voidItem() : tx.insertAll(changes.size(), changes.toArray());
    }

    /** Newest first, from below {@code before}. */
    Uni<List<ScoreChangeRow>> history(Mutiny.StatelessSession tx, UUID leadId, long before, int atMost) {
        return tx.createNativeQuery("""
                        select * from score_change where lead_id = ?1 and score_version < ?2
                        order by score_version desc limit ?3""", ScoreChangeRow.class)
                .setParameter(1, leadId)
                .setParameter(2, before)
                .setParameter(3, atMost)
                .getResultList();
    }

    Uni<ScoreRow> find(Mutiny.StatelessSession tx, UUID leadId) {
        return tx.get(ScoreRow.class, leadId);
    }
}
