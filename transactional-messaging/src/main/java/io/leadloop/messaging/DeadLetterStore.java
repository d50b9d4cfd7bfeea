package io.leadloop.messaging;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.LockMode;
import org.hibernate.reactive.mutiny.Mutiny;

/** The table of dead letters. Lists never load the bytes. */
@ApplicationScoped
public class DeadLetterStore {
    private static final String COLUMNS = """
            select d.id, d.state, d.topic, d.partition, d.offset, d.safeKey, d.eventId, d.type, d.reason, d.receivedAt,
                   d.tries, d.lastTriedAt, d.lastFailure, d.settledAt, d.settledBy, d.discardReason
            from DeadLetterRow d
            """;

    private static final String SETTLE = """
            update dead_letter set state = ?2, settled_at = clock_timestamp(), settled_by = ?3, discard_reason = ?4,
                                   record_key = null, record_value = null, headers = '{}'
            where id = ?1 and state = 'waiting'""";

    private static final String FAILED = """
            update dead_letter set tries = tries + 1, last_tried_at = clock_timestamp(), last_failure = ?2
            where id = ?1 and state = 'waiting'""";

    /** Newest first, one more than {@code limit}, if there is one. */
    public Uni<List<DeadLetter>> newest(
            Mutiny.StatelessSession tx, DeadLetter.Filter filter, Optional<UUID> before, int limit) {
        Map<String, Object> conditions = conditions(filter);
        before.ifPresent(id -> conditions.put("d.id < :before", id));
        return query(tx, COLUMNS, conditions, "order by d.id desc", Object[].class)
                .setMaxResults(limit + 1)
                .getResultList()
                .map(rows -> rows.stream().map(DeadLetter::of).toList());
    }

    public Uni<Optional<DeadLetter>> find(Mutiny.StatelessSession tx, UUID id) {
        return tx.createQuery(COLUMNS + "where d.id = ?1", Object[].class)
                .setParameter(1, id)
                .getSingleResultOrNull()
                .map(row -> Optional.ofNullable(row).map(DeadLetter::of));
    }

    /** The longest untried first, so that those which fail again do not stand in the way. */
    Uni<List<UUID>> toTry(Mutiny.StatelessSession tx, DeadLetter.Filter filter, int limit) {
        return query(
                        tx,
                        "select d.id from DeadLetterRow d ",
                        conditions(filter),
                        "order by d.lastTriedAt nulls first, d.id",
                        UUID.class)
                .setMaxResults(limit)
                .getResultList();
    }

    Uni<Long> count(Mutiny.StatelessSession tx, DeadLetter.Filter filter) {
        return query(tx, "select count(*) from DeadLetterRow d ", conditions(filter), "", Long.class)
                .getSingleResult();
    }

    /** With its bytes, locked; {@code null} when there is none. */
    Uni<DeadLetterRow> lock(Mutiny.StatelessSession tx, UUID id) {
        return tx.get(DeadLetterRow.class, id, LockMode.PESSIMISTIC_WRITE);
    }

    Uni<Void> failed(Mutiny.StatelessSession tx, UUID id, String why) {
        return tx.createNativeQuery(FAILED)
                .setParameter(1, id)
                .setParameter(2, why)
                .executeUpdate()
                .replaceWithVoid();
    }

    Uni<Boolean> redriven(Mutiny.StatelessSession tx, UUID id, String by) {
        return settle(tx, id, DeadLetterState.REDRIVEN, by, null);
    }

    /** @return whether it waited until now */
    public Uni<Boolean> discard(Mutiny.StatelessSession tx, UUID id, String by, String reason) {
        return settle(tx, id, DeadLetterState.DISCARDED, by, reason);
    }

    private static Uni<Boolean> settle(
            Mutiny.StatelessSession tx, UUID id, DeadLetterState state, String by, String discardReason) {
        return tx.createNativeQuery(SETTLE)
                .setParameter(1, id)
                .setParameter(2, state.label())
                .setParameter(3, by)
                .setParameter(4, discardReason)
                .executeUpdate()
                .map(settled -> settled > 0);
    }

    /** Conditions with one named parameter each, and its value. */
    private static Map<String, Object> conditions(DeadLetter.Filter filter) {
        Map<String, Object> conditions = new LinkedHashMap<>();
        filter.state().ifPresent(state -> conditions.put("d.state = :state", state.label()));
        filter.topic().ifPresent(topic -> conditions.put("d.topic = :topic", topic));
        filter.reason().ifPresent(part -> conditions.put("locate(:part, d.reason) > 0", part));
        return conditions;
    }

    private static <T> Mutiny.SelectionQuery<T> query(
            Mutiny.StatelessSession tx, String select, Map<String, Object> conditions, String order, Class<T> type) {
        String where = conditions.isEmpty() ? "" : "where " + String.join(" and ", conditions.keySet()) + " ";
        Mutiny.SelectionQuery<T> query = tx.createQuery(select + where + order, type);
        conditions.forEach((condition, value) -> query.setParameter(parameter(condition), value));
        return query;
    }

    private static String parameter(String condition) {
        return condition.substring(condition.indexOf(':') + 1).split("[ ,]", 2)[0];
    }
}
