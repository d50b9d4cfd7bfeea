package io.leadloop.deploy.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadloop.deploy.Service;
import io.leadloop.deploy.settings.Setting;
import io.leadloop.deploy.settings.Settings;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ServiceEnvironmentTest {

    @Test
    void a_service_is_told_its_own_place_and_where_the_others_are() {
        // Given
        Settings settings = Settings.defaults().with(Setting.SCORING_PORT, "9082");

        // When
        Map<String, String> environment =
                ServiceEnvironment.of(Service.LEAD_INTAKE, settings, "secret", "127.0.0.1:19092", "key");

        // Then
        assertThat(environment)
                .containsEntry("QUARKUS_HTTP_PORT", "8081")
                .containsEntry("QUARKUS_DATASOURCE_JDBC_URL", "jdbc:postgresql://127.0.0.1:15432/lead_intake")
                .containsEntry("QUARKUS_DATASOURCE_REACTIVE_URL", "postgresql://127.0.0.1:15432/lead_intake")
                .containsEntry("QUARKUS_DATASOURCE_USERNAME", "lead_intake")
                .containsEntry("LEADLOOP_RELAY_SLOT", "lead_intake_outbox")
                .containsEntry("LEADLOOP_RELAY_WAL_BUDGET", "2147483648")
                .containsEntry("LEADLOOP_ADDRESS_SCORING", "http://localhost:9082")
                .containsEntry("LEADLOOP_ADDRESS_REPORTING", "http://localhost:8085");
    }

    @Test
    void a_proxy_before_the_database_is_what_a_service_is_told() {
        // Given
        Settings settings = Settings.defaults().with(Setting.POSTGRES_ADDRESS, "pooler:6432");

        // When
        Map<String, String> environment =
                ServiceEnvironment.of(Service.LEAD_INTAKE, settings, "secret", settings.kafkaAddress(), "key");

        // Then
        assertThat(environment)
                .containsEntry("QUARKUS_DATASOURCE_REACTIVE_URL", "postgresql://pooler:6432/lead_intake")
                .containsEntry("QUARKUS_DATASOURCE_JDBC_URL", "jdbc:postgresql://pooler:6432/lead_intake")
                .containsEntry("KAFKA_BOOTSTRAP_SERVERS", "127.0.0.1:19092");
    }
}
