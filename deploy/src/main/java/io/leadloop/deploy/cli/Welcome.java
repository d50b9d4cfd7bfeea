package io.leadloop.deploy.cli;

import io.leadloop.deploy.Installation;
import io.leadloop.deploy.Service;
import io.leadloop.deploy.settings.Setting;
import io.leadloop.deploy.token.Role;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.EnumMap;
import java.util.Map;

/** What `up` says when everything is ready: where things are, a first lead, and how to sign in. */
final class Welcome {
    /** Who sees pages, and as whom: Ana is one of the sample reps of a fresh installation. */
    private static final Map<Role, Map<String, String>> SEE_PAGES = new EnumMap<>(Map.of(
            Role.SALES, Map.of("repId", "ana", "teamId", "sales"),
            Role.MANAGER, Map.of("teamId", "sales"),
            Role.MARKETING, Map.of(),
            Role.OPS, Map.of(),
            Role.ADMIN, Map.of()));

    private Welcome() {}

    static String everything(Installation installation) {
        StringBuilder text = new StringBuilder("Addresses\n");
        for (Service service : Service.values()) {
            text.append(line(service.id(), installation.address(service) + "/q/openapi"));
        }
        text.append(line("web pages", installation.address(Service.REPORTING_SERVICE) + "/"));
        text.append(infrastructure(installation));
        text.append("\nPost a first lead\n").append(firstLead(installation));
        text.append("\nSign in (links hold for 12 hours)\n");
        SEE_PAGES.forEach((role, claims) -> text.append(line(role.group(), signIn(installation, role, claims))));
        return text.append("\nThen: ./leadloop status, ./leadloop logs NAME, ./leadloop token ROLE, ./leadloop down")
                .toString();
    }

    static String infrastructure(Installation installation) {
        var settings = installation.settings();
        return line("Kafka", installation.kafkaBootstrap())
                + line("Kafka Connect", "http://127.0.0.1:" + settings.port(Setting.CONNECT_PORT))
                + line(
                        "PostgreSQL",
                        "127.0.0.1:%d (users and passwords: %s)"
                                .formatted(
                                        settings.port(Setting.POSTGRES_PORT),
                                        installation.layout().secrets()));
    }

    static String firstLead(Installation installation) {
        return """
               curl -sS %s/v1/leads -H 'Content-Type: application/json' \\
                 -H 'Authorization: Bearer %s' \\
                 -d '%s'
               """.formatted(
                        installation.address(Service.LEAD_INTAKE),
                        installation.token(Role.INTAKE, Map.of()),
                        sampleLead(Instant.now()));
    }

    /** A person who asked for a demo an hour ago: under the default agreement a lead for a rep. */
    static String sampleLead(Instant now) {
        try (InputStream file = Welcome.class.getResourceAsStream("/sample-lead.json")) {
            String anHourAgo = now.minus(Duration.ofHours(1))
                    .truncatedTo(ChronoUnit.SECONDS)
                    .toString();
            return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .strip()
                    .replace("{{anHourAgo}}", anHourAgo);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String signIn(Installation installation, Role role, Map<String, String> claims) {
        return installation.address(Service.REPORTING_SERVICE) + "/sign-in?token=" + installation.token(role, claims);
    }

    private static String line(String name, String value) {
        return "  %-18s %s%n".formatted(name, value);
    }
}
