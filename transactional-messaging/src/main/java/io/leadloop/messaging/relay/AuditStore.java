package io.leadloop.messaging.relay;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.hibernate.reactive.mutiny.Mutiny;

/** What the audit asks the database. Transaction ids travel as text: no driver knows {@code xid8}. */
@ApplicationScoped
class AuditStore {
    /** Smaller than every id. */
    static final UUID FIRST_ID = new UUID(0, 0);

    private static final String CLAIM = """
            update relay_audit set auditor = ?1, claimed_at = clock_timestamp()
            where auditor is null or auditor = ?1 or claimed_at < clock_timestamp() - interval '30 seconds'
            returning cast(cast(watermark as text) as bigint), positions""";

    private static final String SAVE = """
            update relay_audit set watermark = cast(cast(?2 as text) as xid8), positions = ?3 where auditor = ?1""";

    /** Once the slot has confirmed a mark's position, every transaction older than the mark's has been offered to Kafka. */
    private static final String PASSED = """
            select s.slot_name is not null and s.wal_status is distinct from 'lost',
                   (select cast(cast(max(m.oldest_running) as text) as bigint) from relay_mark m
                    where m.wal_position <= s.confirmed_flush_lsn)
            from (select 1) here left join pg_replication_slots s on s.slot_name = ?1""";

    private static final String RUNNING = """
            select cast(cast(pg_snapshot_xmin(snapshot) as text) as bigint),
                   cast(cast(pg_snapshot_xmax(snapshot) as text) as bigint)
            from pg_current_snapshot() snapshot""";

    /** The columns are named by their table: an output column of the same name would be what is sorted by, without index. */
    private static final String ROWS = """
            select cast(cast(o.transaction_id as text) as bigint), o.id,
                   cast(extract(epoch from clock_timestamp() - o.time) as bigint)
            from outbox o
            where (o.transaction_id, o.id) > (cast(cast(?1 as text) as xid8), ?2)
              and o.transaction_id < cast(cast(?3 as text) as xid8)
            order by o.transaction_id, o.id limit ?4""";

    private static final String TOPICS = """
            select distinct topic from outbox where transaction_id >= cast(cast(?1 as text) as xid8)""";

    /** Never an update, which the relay does not carry: the same row, gone and made again. */
    private static final String SEND_AGAIN = """
            with gone as (
                delete from outbox where id = any(?1) and transaction_id < cast(cast(?2 as text) as xid8) returning *)
            insert into outbox (id, topic, key, type, source, specversion, time, subject, datacontenttype, traceparent, payload)
            select id, topic, key, type, source, specversion, time, subject, datacontenttype, traceparent, payload
            from gone order by transaction_id, id""";

    private final String slot;

    AuditStore(@ConfigProperty(name = "leadloop.relay.slot") String slot) {
        this.slot = slot;
    }

    /** How far it was verified, and from where to read on. */
    record Verified(long watermark, Positions positions) {}

    /**
     * What the slot has passed.
     *
     * @param before rows of older transactions have been offered to Kafka; 0 while nothing is known
     */
    record Slot(boolean exists, long before) {}

    /** The oldest transaction that runs, and the first that has not begun. */
    record Running(long oldest, long next) {}

    record Row(long transaction, UUID id, long ageSeconds) {}

    /** Empty while another instance audits. */
    Uni<Optional<Verified>> claim(Mutiny.StatelessSession tx, UUID auditor) {
        return tx.createNativeQuery(CLAIM, Object[].class)
                .setParameter(1, auditor)
                .getResultList()
                .map(rows -> rows.stream()
                        .findFirst()
                        .map(row -> new Verified(number(row[0]), Positions.read((String) row[1]))));
    }

    Uni<Void> save(Mutiny.StatelessSession tx, UUID auditor, Verified verified) {
        return tx.createNativeQuery(SAVE)
                .setParameter(1, auditor)
                .setParameter(2, Long.toString(verified.watermark()))
                .setParameter(3, verified.positions().json())
                .executeUpdate()
                .replaceWithVoid();
    }

    Uni<Slot> slot(Mutiny.StatelessSession tx) {
        return tx.createNativeQuery(PASSED, Object[].class)
                .setParameter(1, slot)
                .getSingleResult()
                .map(row -> new Slot((Boolean) row[0], row[1] == null ? 0 : number(row[1])));
    }

    Uni<Running> running(Mutiny.StatelessSession tx) {
        return tx.createNativeQuery(RUNNING, Object[].class)
                .getSingleResult()
                .map(row -> new Running(number(row[0]), number(row[1])));
    }

    /** After {@code after}, of transactions older than {@code before}, in the order in which they were said. */
    Uni<List<Row>> rows(Mutiny.StatelessSession tx, Row after, long before, int limit) {
        return tx.createNativeQuery(ROWS, Object[].class)
                .setParameter(1, Long.toString(after.transaction()))
                .setParameter(2, after.id())
                .setParameter(3, Long.toString(before))
                .setParameter(4, limit)
                .getResultList()
                .map(rows -> rows.stream()
                        .map(row -> new Row(number(row[0]), (UUID) row[1], number(row[2])))
                        .toList());
    }

    /** On which rows travel, of this transaction and later ones. */
    Uni<List<String>> topics(Mutiny.StatelessSession tx, long from) {
        return tx.createNativeQuery(TOPICS, String.class)
                .setParameter(1, Long.toString(from))
                .getResultList();
    }

    /** @return how many were not sent again by somebody else meanwhile */
    Uni<Integer> sendAgain(Mutiny.StatelessSession tx, Collection<UUID> ids, long before) {
        return tx.createNativeQuery(SEND_AGAIN)
                .setParameter(1, ids.toArray(UUID[]::new))
                .setParameter(2, Long.toString(before))
                .executeUpdate();
    }

    private static long number(Object value) {
        return ((Number) value).longValue();
    }
}
