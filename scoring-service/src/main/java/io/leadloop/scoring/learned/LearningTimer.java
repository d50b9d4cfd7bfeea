package io.leadloop.scoring.learned;

import io.leadloop.messaging.Database;
import io.leadloop.messaging.Failures;
import io.leadloop.messaging.Ids;
import io.leadloop.messaging.Stopping;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.jboss.logging.Logger;

/** Looks at one row whether there is something to learn; of all instances one gets the work. */
@ApplicationScoped
class LearningTimer {
    private static final Logger LOG = Logger.getLogger(LearningTimer.class);

    private final Database database;
    private final LearningStore store;
    private final LearningSettings settings;
    private final Learn learn;

    LearningTimer(Database database, LearningStore store, LearningSettings settings, Learn learn) {
        this.database = database;
        this.store = store;
        this.settings = settings;
        this.learn = learn;
    }

    @Scheduled(every = "5s", skipExecutionIf = Stopping.class, concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> look() {
        return database.patiently(tx -> store.claim(tx, Ids.next(), settings.claim()))
                .chain(work ->
                        work.map(learn::learn).orElseGet(() -> Uni.createFrom().voidItem()))
                .onFailure(Failures::isOperational)
                .recoverWithUni(failure -> {
                    LOG.debugf("There was no learning: %s", failure.getMessage());
                    return Uni.createFrom().voidItem();
                })
                .onFailure()
                .invoke(failure -> LOG.error("Learning failed; it is tried again later", failure))
                .onFailure()
                .recoverWithNull();
    }
}
