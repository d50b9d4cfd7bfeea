package io.leadloop.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadloop.deploy.Installation;
import io.leadloop.deploy.Progress;
import io.leadloop.deploy.Service;
import io.leadloop.deploy.process.Folders;
import io.leadloop.deploy.settings.Settings;
import io.leadloop.deploy.token.Role;
import io.leadloop.systemtests.world.Api;
import io.leadloop.systemtests.world.Api.Answer;
import io.leadloop.systemtests.world.Connectors;
import io.leadloop.systemtests.world.Databases;
import io.leadloop.systemtests.world.Eventually;
import io.leadloop.systemtests.world.Hurried;
import io.leadloop.systemtests.world.SampleWorld;
import io.leadloop.systemtests.world.Topics;
import io.leadloop.systemtests.world.Topics.Seen;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Whatever happens between database and Kafka: each acknowledged lead is captured there under one event id. */
@Tag("own-installation")
class RelayIT {
    private static final Service INTAKE = Service.LEAD_INTAKE;
    private static final Installation INSTALLATION = Installation.at(
            Path.of("target/relay").toAbsolutePath(),
            Hurried.by(Settings.withFreePorts(), "leadloop.relay.alarm-after", "PT15S"));
    private static final Duration SENT_AGAIN_WITHIN = Duration.ofSeconds(90);

    private final Installation installation = INSTALLATION;
    private final Connectors connectors = new Connectors(installation);
    private final Databases databases = new Databases(installation);
    private final Topics topics = new Topics(installation.kafkaBootstrap());
    private final Api intake = Api.of(installation, INTAKE, Role.INTAKE);

    @BeforeAll
    static void start() {
        INSTALLATION.reset(Progress.SILENT);
        INSTALLATION.up(EnumSet.of(INTAKE), Progress.SILENT);
    }

    @AfterAll
    static void end() {
        INSTALLATION.reset(Progress.SILENT);
    }

    @Test
    void a_connector_that_was_deleted_goes_on_where_it_was() {
        // Given leads, and others while there is no connector
        List<String> leads = post(3);
        connectors.delete(INTAKE);
        leads.addAll(post(3));

        // When it is put again
        installation.up(EnumSet.of(INTAKE), Progress.SILENT);

        // Then
        assertArrived(leads);
    }

    @Test
    void a_connector_whose_position_was_lost_sends_again_and_nothing_counts_twice() {
        // Given leads before and after the connector stopped
        List<String> leads = post(3);
        connectors.stop(INTAKE);
        leads.addAll(post(3));

        // When its position is gone
        connectors.forgetOffsets(INTAKE);
        connectors.resume(INTAKE);

        // Then
        assertArrived(leads);
    }

    @Test
    void what_a_lost_slot_never_saw_raises_an_alarm_and_is_sent_again() {
        // Given leads that the connector has not read
        List<String> leads = post(3);
        connectors.stop(INTAKE);
        leads.addAll(post(3));

        // When they are late, then there is an alarm, and the service works on
        Eventually.within(Duration.ofSeconds(90), () -> {
            assertThat(intake.get("/q/health/well").body())
                    .contains("\"relay\"")
                    .contains("\"DOWN\"");
            assertThat(metric("leadloop_relay_late")).isPositive();
        });
        assertThat(intake.get("/q/health/ready").status()).isEqualTo(200);
        leads.addAll(post(1));

        // When the slot is gone, with what it kept
        assertThat(databases.query(INTAKE, "select pg_drop_replication_slot('" + INTAKE.slot() + "')"))
                .hasSize(1);
        leads.addAll(post(3));
        connectors.resume(INTAKE);

        // Then all of it arrives, and the alarm ends
        assertArrived(leads);
        assertThat(metric("leadloop_relay_sent_again_total")).isGreaterThanOrEqualTo(4);
        Eventually.within(
                Duration.ofSeconds(45),
                () -> assertThat(intake.get("/q/health/well").status()).isEqualTo(200));
        Eventually.within(Duration.ofSeconds(30), () -> assertThat(running()).isTrue());
    }

    @Test
    void what_was_on_a_kafka_that_lost_its_disk_is_sent_again() {
        // Given leads that are on Kafka
        List<String> leads = post(3);
        assertArrived(leads);

        // When Kafka loses everything, and leads come meanwhile
        installation.stop("connect");
        installation.stop("kafka");
        leads.addAll(post(3));
        Folders.delete(installation.layout().kafka().resolve("data"));
        installation.up(EnumSet.of(INTAKE), Progress.SILENT);

        // Then
        assertArrived(leads);
    }

    private List<String> post(int count) {
        List<String> leads = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Answer answer = intake.post("/v1/leads", SampleWorld.dana());
            assertThat(answer.status()).as(answer.body()).isEqualTo(201);
            leads.add(answer.json().get("leadId").asText());
        }
        return leads;
    }

    private void assertArrived(List<String> leads) {
        Eventually.within(SENT_AGAIN_WITHIN, () -> {
            Map<String, Set<String>> captured = capturedIds();
            assertThat(captured.keySet()).containsAll(leads);
            leads.forEach(lead -> assertThat(captured.get(lead)).as(lead).hasSize(1));
        });
    }

    private Map<String, Set<String>> capturedIds() {
        Map<String, Set<String>> ids = new TreeMap<>();
        for (Seen seen : topics.all("leadloop.leads")) {
            if ("io.leadloop.lead.captured.v1".equals(seen.type())) {
                ids.computeIfAbsent(seen.key(), lead -> new HashSet<>())
                        .add(seen.headers().get("ce_id"));
            }
        }
        return ids;
    }

    private double metric(String name) {
        return intake.get("/q/metrics")
                .body()
                .lines()
                .filter(line -> line.startsWith(name + " ") || line.startsWith(name + "{"))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .sum();
    }

    private boolean running() {
        try {
            return installation.connectors().isRunning(INTAKE.connector());
        } catch (java.io.IOException unreachable) {
            throw new java.io.UncheckedIOException(unreachable);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }
}
