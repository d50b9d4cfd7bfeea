package io.leadloop.deploy.service;

import io.leadloop.deploy.Service;
import io.leadloop.deploy.settings.Setting;
import io.leadloop.deploy.settings.Settings;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** What a service is told about the place where it runs; everything else is in its own configuration. */
public final class ServiceEnvironment {
    private ServiceEnvironment() {}

    public static Map<String, String> of(
            Service service, Settings settings, String password, String kafkaBootstrap, String publicKey) {
        String database = "//%s/%s".formatted(settings.postgresAddress(), service.database());
        Map<String, String> environment = new LinkedHashMap<>();
        environment.put("QUARKUS_HTTP_HOST", settings.get(Setting.HOST));
        environment.put("QUARKUS_HTTP_PORT", settings.get(service.portSetting()));
        environment.put("QUARKUS_DATASOURCE_USERNAME", service.database());
        environment.put("QUARKUS_DATASOURCE_PASSWORD", password);
        environment.put("QUARKUS_DATASOURCE_JDBC_URL", "jdbc:postgresql:" + database);
        environment.put("QUARKUS_DATASOURCE_REACTIVE_URL", "postgresql:" + database);
        environment.put("KAFKA_BOOTSTRAP_SERVERS", kafkaBootstrap);
        environment.put("QUARKUS_OIDC_PUBLIC_KEY", publicKey);
        environment.put("LEADLOOP_RELAY_SLOT", service.slot());
        environment.put("LEADLOOP_RELAY_WAL_BUDGET", settings.get(Setting.WAL_BUDGET));
        if (!settings.get(Setting.AGREEMENT_FILE).isBlank()) {
            environment.put("LEADLOOP_AGREEMENT_FILE", settings.get(Setting.AGREEMENT_FILE));
        }
        environment.put("LEADLOOP_WEBHOOKS_TARGETS_BESIDE_PUBLIC", settings.get(Setting.WEBHOOK_TARGETS));
        if (!settings.get(Setting.WEBHOOK_SCHEDULE).isBlank()) {
            environment.put("LEADLOOP_WEBHOOKS_SCHEDULE", settings.get(Setting.WEBHOOK_SCHEDULE));
        }
        if (!settings.get(Setting.ALERTMANAGER).isBlank()) {
            environment.put("LEADLOOP_ALERTMANAGER_URL", "http://" + settings.get(Setting.ALERTMANAGER));
        }
        if (!settings.get(Setting.DIGEST_TO).isBlank()) {
            String server = settings.get(Setting.MAIL_SERVER);
            environment.put("LEADLOOP_DIGEST_TO", settings.get(Setting.DIGEST_TO));
            environment.put("LEADLOOP_DIGEST_AT", settings.get(Setting.DIGEST_AT));
            environment.put("QUARKUS_MAILER_HOST", server.substring(0, server.lastIndexOf(':')));
            environment.put("QUARKUS_MAILER_PORT", server.substring(server.lastIndexOf(':') + 1));
        }
        for (Service other : Service.values()) {
            environment.put(
                    "LEADLOOP_ADDRESS_" + other.shortName().toUpperCase(Locale.ROOT),
                    "http://localhost:" + settings.port(other.portSetting()));
        }
        return environment;
    }
}
