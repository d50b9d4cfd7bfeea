package io.leadloop.messaging;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/** How many dead letters wait for somebody, as {@code leadloop.dead.letters.waiting}; looked up every half minute. */
@ApplicationScoped
class DeadLetterGauge {
    private static final DeadLetter.Filter WAITING =
            new DeadLetter.Filter(Optional.of(DeadLetterState.WAITING), Optional.empty(), Optional.empty());

    private final Database database;
    private final DeadLetterStore store;
    private final AtomicLong waiting;

    DeadLetterGauge(Database database, DeadLetterStore store, MeterRegistry metrics) {
        this.database = database;
        this.store = store;
        this.waiting = metrics.gauge("leadloop.dead.letters.waiting", new AtomicLong());
    }

    @Scheduled(
            every = "30s",
            delayed = "15s",
            skipExecutionIf = Stopping.class,
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> look() {
        return database.patiently(tx -> store.count(tx, WAITING))
                .invoke(waiting::set)
                .replaceWithVoid()
                .onFailure(Failures::isOperational)
                .recoverWithNull();
    }
}
