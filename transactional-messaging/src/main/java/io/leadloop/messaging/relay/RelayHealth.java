package io.leadloop.messaging.relay;

import io.leadloop.messaging.relay.RelayAlarm.Found;
import io.smallrye.health.api.Wellness;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;

/**
 * Whether what is said arrives. Told at {@code /q/health/well} and {@code /q/health} only: a service whose relay stands still
 * works on and must be neither restarted nor taken out of service.
 */
@Wellness
@ApplicationScoped
class RelayHealth implements HealthCheck {
    private final RelayAlarm alarm;
    private final WalBudget walBudget;

    RelayHealth(RelayAlarm alarm, WalBudget walBudget) {
        this.alarm = alarm;
        this.walBudget = walBudget;
    }

    @Override
    public HealthCheckResponse call() {
        Found found = alarm.now();
        return HealthCheckResponse.named("relay")
                .status(!found.isAlarm() && !walBudget.isHalfSpent())
                .withData("late", found.late())
                .withData("oldestSeconds", found.oldestSeconds())
                .withData("slotMissing", found.slotMissing())
                .withData("walKeptBytes", walBudget.keptBytes())
                .withData("walBudgetBytes", walBudget.budgetBytes())
                .build();
    }
}
