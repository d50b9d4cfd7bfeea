package io.leadloop.sla.clock;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** A tracker that has not looked at the clocks yet is not ready: who waits for it may count on each due time from then on. */
@Readiness
@ApplicationScoped
class ClockHealth implements HealthCheck {
    private final ClockTimer timer;

    ClockHealth(ClockTimer timer) {
        this.timer = timer;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("clocks are watched")
                .status(timer.isWatching())
                .build();
    }
}
