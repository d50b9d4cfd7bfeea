package io.leadloop.messaging.relay;

import io.leadloop.messaging.Database;
import io.leadloop.messaging.Failures;
import io.leadloop.messaging.Stopping;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jboss.logging.Logger;

/**
 * How much of the write-ahead log the server keeps for replication slots whose connector does not read. All databases of a
 * server share one log, so the slot that is furthest behind counts, whoever's it is. A full disk would end PostgreSQL for
 * everybody; therefore an alarm at half of {@code leadloop.relay.wal-budget} (bytes), and at four fifths intake refuses.
 */
@ApplicationScoped
public class WalBudget {
    private static final Logger LOG = Logger.getLogger(WalBudget.class);
    private static final double ALARM = 0.5;
    private static final double SPENT = 0.8;
    private static final String KEPT = """
            select cast(coalesce(max(pg_wal_lsn_diff(pg_current_wal_lsn(), restart_lsn)), 0) as bigint)
            from pg_replication_slots where slot_type = 'logical'""";

    private final Database database;
    private final long budget;
    private volatile long kept;

    WalBudget(
            Database database,
            MeterRegistry metrics,
            @ConfigProperty(name = "leadloop.relay.wal-budget", defaultValue = "2147483648") long budget) {
        this.database = database;
        this.budget = budget;
        metrics.gauge("leadloop.relay.wal.kept.bytes", this, WalBudget::keptBytes);
        metrics.gauge("leadloop.relay.wal.budget.bytes", this, WalBudget::budgetBytes);
    }

    /** Time to mend the relay. */
    public boolean isHalfSpent() {
        return kept >= ALARM * budget;
    }

    /** Nothing should be written that can be written later. */
    public boolean isSpent() {
        return kept >= SPENT * budget;
    }

    public long keptBytes() {
        return kept;
    }

    public long budgetBytes() {
        return budget;
    }

    @Scheduled(
            every = "${leadloop.relay.wal-look-every:3s}",
            delayed = "3s",
            skipExecutionIf = Stopping.class,
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> look() {
        return database.transaction(WalBudget::read)
                .invoke(this::found)
                .replaceWithVoid()
                .onFailure(Failures::isOperational)
                .recoverWithNull();
    }

    private static Uni<Long> read(Mutiny.StatelessSession tx) {
        return tx.createNativeQuery(KEPT, Long.class).getSingleResult();
    }

    private void found(long bytes) {
        boolean wasHalfSpent = isHalfSpent();
        boolean wasSpent = isSpent();
        kept = bytes;
        if (isSpent() != wasSpent) {
            LOG.errorf(isSpent() ? "The log budget is spent: %s" : "The log budget is no longer spent: %s", text());
        } else if (isHalfSpent() != wasHalfSpent) {
            LOG.warnf(isHalfSpent() ? "Half of the log budget is spent: %s" : "The log is small again: %s", text());
        }
    }

    private String text() {
        return "PostgreSQL keeps %d MB for connectors that do not read, of %d MB (leadloop.relay.wal-budget)"
                .formatted(kept >> 20, budget >> 20);
    }
}
