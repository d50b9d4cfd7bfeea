package io.leadloop.messaging;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Liveness;

/**
 * Whether consumption moves: alive means that work which has arrived is being tried. A database or broker that is away does
 * not count against it, since a restart would not bring it back.
 */
@Liveness
@ApplicationScoped
class ConsumptionHealth implements HealthCheck {
    private static final Duration STUCK_AFTER = Duration.ofSeconds(90);

    private final ConsumptionProgress progress;

    ConsumptionHealth(ConsumptionProgress progress) {
        this.progress = progress;
    }

    @Override
    public HealthCheckResponse call() {
        Duration since = progress.sinceLastMove();
        boolean stuck = progress.batchesInFlight() > 0 && since.compareTo(STUCK_AFTER) > 0;
        return HealthCheckResponse.named("consumption moves")
                .status(!stuck)
                .withData("batchesInFlight", progress.batchesInFlight())
                .withData("secondsSinceLastMove", since.toSeconds())
                .build();
    }
}
