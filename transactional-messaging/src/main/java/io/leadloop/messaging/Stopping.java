package io.leadloop.messaging;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.ScheduledExecution;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** Whether this service is going down: timed work begins nothing any more, and what fails then is no news. */
@ApplicationScoped
public class Stopping implements Scheduled.SkipPredicate {
    private volatile boolean begun;

    void onStop(@Observes @Priority(1) ShutdownEvent stop) {
        begun = true;
    }

    public boolean begun() {
        return begun;
    }

    @Override
    public boolean test(ScheduledExecution execution) {
        return begun;
    }
}
