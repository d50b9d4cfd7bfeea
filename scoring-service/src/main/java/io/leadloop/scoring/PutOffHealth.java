package io.leadloop.scoring;

import io.leadloop.messaging.Database;
import io.leadloop.messaging.Failures;
import io.leadloop.messaging.Stopping;
import io.leadloop.scoring.PutOffStore.Waiting;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.health.api.Wellness;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.atomic.AtomicReference;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;

/**
 * Whether every lead can be scored, at {@code /q/health/well} and as {@code leadloop.scoring.put.off.leads}, the same from every
 * instance. Neither liveness nor readiness: a restart would not help, and all other leads are scored.
 */
@Wellness
@ApplicationScoped
class PutOffHealth implements HealthCheck {
    private final Database database;
    private final PutOffStore store;
    private final AtomicReference<Waiting> waiting = new AtomicReference<>(Waiting.NONE);

    PutOffHealth(Database database, PutOffStore store, MeterRegistry metrics) {
        this.database = database;
        this.store = store;
        metrics.gauge(
                "leadloop.scoring.put.off.leads", waiting, known -> known.get().leads());
    }

    @Scheduled(
            every = "15s",
            skipExecutionIf = Stopping.class,
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> look() {
        return database.patiently(store::waiting)
                .invoke(waiting::set)
                .replaceWithVoid()
                .onFailure(Failures::isOperational)
                .recoverWithNull();
    }

    @Override
    public HealthCheckResponse call() {
        Waiting known = waiting.get();
        return HealthCheckResponse.named("every lead can be scored")
                .status(known.leads() == 0)
                .withData("putOff", known.leads())
                .withData("leadIds", String.join(" ", known.named()))
                .build();
    }
}
