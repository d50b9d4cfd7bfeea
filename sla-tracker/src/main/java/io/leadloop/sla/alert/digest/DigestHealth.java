package io.leadloop.sla.alert.digest;

import io.leadloop.messaging.Database;
import io.leadloop.sla.alert.digest.DigestStore.State;
import io.smallrye.health.api.AsyncHealthCheck;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;

/** Says how the daily mail went. A mail server that is away makes no tracker unfit for its clocks, so this is never down. */
@Readiness
@ApplicationScoped
class DigestHealth implements AsyncHealthCheck {
    private static final String NAME = "daily-mail";

    private final Database database;
    private final DigestStore store;
    private final DigestConfig config;

    DigestHealth(Database database, DigestStore store, DigestConfig config) {
        this.database = database;
        this.store = store;
        this.config = config;
    }

    @Override
    public Uni<HealthCheckResponse> call() {
        return config.recipients().isEmpty()
                ? Uni.createFrom()
                        .item(HealthCheckResponse.named(NAME)
                                .up()
                                .withData("to", "nobody")
                                .build())
                : database.transaction(store::state)
                        .map(DigestHealth::response)
                        .onFailure()
                        .recoverWithItem(failure -> HealthCheckResponse.named(NAME)
                                .up()
                                .withData("state", "unknown: the database does not answer")
                                .build());
    }

    private static HealthCheckResponse response(State state) {
        HealthCheckResponseBuilder response = HealthCheckResponse.named(NAME)
                .up()
                .withData("state", state.failures() == 0 ? "as planned" : "failing")
                .withData("failures", state.failures());
        if (state.sentAt() != null) {
            response.withData("sentAt", state.sentAt().toString());
        }
        if (state.nextAt() != null) {
            response.withData("nextAt", state.nextAt().toString());
        }
        if (state.lastError() != null) {
            response.withData("lastError", state.lastError());
        }
        return response.build();
    }
}
