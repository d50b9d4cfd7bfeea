package io.leadloop.messaging.relay;

import io.leadloop.messaging.Database;
import io.leadloop.messaging.Failures;
import io.leadloop.messaging.Stopping;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jboss.logging.Logger;

/**
 * Lets go of outbox rows that were seen on Kafka, and writes the marks by which it is known what the slot has passed.
 *
 * <p>A mark is the WAL position, and the oldest transaction that was still running just before. All older transactions had
 * ended by then, so their commits lie before that position. Debezium confirms a position of its slot only after Kafka
 * acknowledged everything up to it. Hence, once the slot has confirmed a mark's position, every row of an older transaction
 * was offered to Kafka. Whether it is there, the audit sees; what it saw is kept for {@code leadloop.outbox.keep-confirmed}
 * (default one hour), in case Kafka loses it, and then deleted.
 */
@ApplicationScoped
class RelayHousekeeping {
    private static final Logger LOG = Logger.getLogger(RelayHousekeeping.class);

    /** The snapshot is taken before the position: reversed, a commit between the two could be missed. */
    private static final String MARK = """
            with running as materialized (select pg_snapshot_xmin(pg_current_snapshot()) as oldest)
            insert into relay_mark (oldest_running, wal_position)
            select oldest, pg_current_wal_insert_lsn() from running""";

    private static final String DELETE_SEEN = """
            delete from outbox where id in (
              select id from (select id, transaction_id, time from outbox order by id limit 20000) oldest
              where transaction_id < (select watermark from relay_audit)
                and time < now() - make_interval(secs => ?1))""";

    private static final String DELETE_OLD_MARKS = """
            delete from relay_mark m using pg_replication_slots s
            where s.slot_name = ?1 and m.wal_position < s.confirmed_flush_lsn
              and m.marked_at < now() - interval '1 minute'""";

    private final Database database;
    private final String slot;
    private final Duration keepConfirmed;
    private final Stopping stopping;

    RelayHousekeeping(
            Database database,
            Stopping stopping,
            @ConfigProperty(name = "leadloop.relay.slot") String slot,
            @ConfigProperty(name = "leadloop.outbox.keep-confirmed", defaultValue = "PT1H") Duration keepConfirmed) {
        this.database = database;
        this.stopping = stopping;
        this.slot = slot;
        this.keepConfirmed = keepConfirmed;
    }

    @Scheduled(
            every = "10s",
            delayed = "10s",
            skipExecutionIf = Stopping.class,
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> run() {
        return database.patiently(this::markAndDelete)
                .onFailure(Failures::isOperational)
                .recoverWithItem(failure -> {
                    if (!stopping.begun()) {
                        LOG.warnf("Outbox housekeeping waits for the database: %s", failure.getMessage());
                    }
                    return 0;
                })
                .replaceWithVoid();
    }

    private Uni<Integer> markAndDelete(Mutiny.StatelessSession tx) {
        return tx.createNativeQuery(DELETE_SEEN)
                .setParameter(1, (double) keepConfirmed.toSeconds())
                .executeUpdate()
                .call(() -> tx.createNativeQuery(DELETE_OLD_MARKS)
                        .setParameter(1, slot)
                        .executeUpdate())
                .call(() -> tx.createNativeQuery(MARK).executeUpdate());
    }
}
