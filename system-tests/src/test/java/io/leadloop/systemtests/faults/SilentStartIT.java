package io.leadloop.systemtests.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadloop.deploy.Part;
import io.leadloop.deploy.Service;
import io.leadloop.deploy.token.Role;
import io.leadloop.systemtests.faults.wire.Direction;
import io.leadloop.systemtests.world.Eventually;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A service whose database falls silent amid its migrations does not wait for the answer for ever. */
@Tag("faults")
@Tag("at-length")
class SilentStartIT {
    private static final Service SERVICE = Service.HANDOFF_SERVICE;
    private static final Duration BEGUN_WITHIN = Duration.ofSeconds(30);
    /** A minute for an answer, and what a start takes. */
    private static final Duration OVER_WITHIN = Duration.ofSeconds(90);

    private static final String WAITING =
            "select 1 from pg_stat_activity where datname = '%s' and wait_event_type = 'Lock'"
                    .formatted(SERVICE.database());

    private final FaultyWorld world = FaultyWorld.running();

    @Test
    void a_start_whose_answer_got_lost_ends_and_the_next_one_succeeds() throws Exception {
        // Given a service that starts, and waits for the answer to a query of its migrations
        Part service = world.installation().part(SERVICE.id());
        service.kill();
        try (Connection keeper = world.superuser(SERVICE);
                Statement statement = keeper.createStatement()) {
            keeper.setAutoCommit(false);
            boolean hasRows = statement.execute("lock table flyway_schema_history in access exclusive mode");
            assertThat(hasRows).isFalse();
            service.start();
            Eventually.within(
                    BEGUN_WITHIN,
                    () -> assertThat(world.databases().query(SERVICE, WAITING)).isNotEmpty());

            // When the answer gets lost
            world.postgresWire().swallow(Direction.BOTH);
            keeper.rollback();
            Eventually.within(
                    BEGUN_WITHIN,
                    () -> assertThat(world.databases().query(SERVICE, WAITING)).isEmpty());
        } finally {
            world.postgresWire().pass();
        }

        // Then this start ends, and the next one succeeds
        Eventually.within(OVER_WITHIN, () -> assertThat(service.running()).isEmpty());
        world.installation().start(SERVICE.id());
        assertThat(world.as(Role.ADMIN, SERVICE).get("/v1/handoffs").status()).isEqualTo(200);
    }
}
