package io.leadloop.systemtests.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadloop.deploy.Service;
import io.leadloop.deploy.kafka.KafkaAdmin;
import io.leadloop.deploy.token.Role;
import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Whether nothing is left to do anywhere: everything up, everything read, nothing open. */
final class Settlement {
    private final FaultyWorld world;

    Settlement(FaultyWorld world) {
        this.world = world;
    }

    /**
     * Fails by the first thing that is not settled. What is dear to ask (all topics are read) is asked when the rest is settled, and
     * the rest then once more: what was not on Kafka yet made more work for those who had read everything there.
     */
    void check() {
        try {
            healthIsUp();
            connectorsRun();
            nobodyHoldsATransaction();
            nobodyHasMoreToDo();
            everythingIsOnKafka();
            nobodyHasMoreToDo();
        } catch (IllegalStateException away) {
            throw new AssertionError("Something is away", away);
        }
    }

    private void nobodyHasMoreToDo() {
        nobodyLags();
        nothingIsOffered();
    }

    private void everythingIsOnKafka() {
        Set<String> missing = new HashSet<>();
        for (Service service : Service.values()) {
            missing.addAll(world.databases().query(service, "select id from outbox"));
        }
        world.topicNames()
                .forEach(topic -> world.topics()
                        .each(topic, seen -> missing.remove(seen.headers().get("ce_id"))));
        assertThat(missing).as("outbox rows that are not on Kafka").hasSize(0);
    }

    private void healthIsUp() {
        for (Service service : Service.values()) {
            var health = world.as(Role.OPS, service).get("/q/health");
            assertThat(health.status())
                    .as("health of %s: %s", service.id(), health.body())
                    .isEqualTo(200);
        }
    }

    private void connectorsRun() {
        for (Service service : Service.values()) {
            try {
                assertThat(world.installation().connectors().states(service.connector()))
                        .as("connector of %s", service.id())
                        .hasSize(2)
                        .containsOnly("RUNNING");
            } catch (IOException away) {
                throw new AssertionError("Connect is away", away);
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(stopped);
            }
        }
    }

    private void nothingIsOffered() {
        assertThat(world.databases()
                        .query(
                                Service.HANDOFF_SERVICE,
                                "select handoff_id from handoff where state = 'offered' limit 5"))
                .as("open offers")
                .isEmpty();
        assertThat(
                        world.databases()
                                .query(
                                        Service.SLA_TRACKER,
                                        "select clock_id from clock where clock = 'acceptance' and state in ('running', 'warned') limit 5"))
                .as("open clocks of offers")
                .isEmpty();
    }

    private void nobodyLags() {
        try (KafkaAdmin admin = new KafkaAdmin(world.installation().kafkaBootstrap())) {
            Map<String, Map<String, Long>> lag = admin.lag();
            lag.forEach((group, topics) -> topics.forEach((topic, behind) ->
                    assertThat(behind).as("lag of %s on %s", group, topic).isZero()));
        }
    }

    private void nobodyHoldsATransaction() {
        List<String> holders = new ArrayList<>();
        try (Connection connection = world.superuser(Service.LEAD_INTAKE);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("""
                        select datname || ' ' || query from pg_stat_activity
                        where state like 'idle in transaction%' and state_change < now() - interval '5 seconds'
                        """)) {
            while (rows.next()) {
                holders.add(rows.getString(1));
            }
        } catch (SQLException away) {
            throw new AssertionError("PostgreSQL is away", away);
        }
        assertThat(holders).as("idle in transaction").isEmpty();
    }
}
