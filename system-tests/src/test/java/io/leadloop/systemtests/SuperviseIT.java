package io.leadloop.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadloop.deploy.Installation;
import io.leadloop.deploy.Part;
import io.leadloop.deploy.Service;
import io.leadloop.deploy.service.ServiceProcess;
import io.leadloop.deploy.settings.Setting;
import io.leadloop.deploy.settings.Settings;
import io.leadloop.systemtests.world.Eventually;
import io.leadloop.systemtests.world.SampleWorld;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Whatever ends, stops answering or fails comes back by itself, and the status tells. A system of its own, supervised. */
@Tag("own-installation")
class SuperviseIT {
    private static final Duration BACK_WITHIN = Duration.ofSeconds(120);

    private static SampleWorld world;
    private static Installation installation;

    @BeforeAll
    static void a_supervised_system() {
        world = SampleWorld.apart("supervised", Settings.withFreePorts().with(Setting.SUPERVISE_PATIENCE, "PT12S"));
        installation = world.installation();
        installation.supervise();
        Eventually.within(
                BACK_WITHIN,
                () -> assertThat(installation.layout().log("supervisor"))
                        .content()
                        .contains("finds all well"));
    }

    @AfterAll
    static void the_end() {
        installation.down();
        assertThat(installation.supervisor()).isEmpty();
    }

    @Test
    void every_part_that_is_killed_comes_back_by_itself_and_the_loop_works() throws Exception {
        for (List<Part> together : infrastructureOneByOneAndServicesTogether()) {
            // Given
            Map<Part, Long> before = together.stream().collect(Collectors.toMap(part -> part, SuperviseIT::pid));

            // When
            for (Part part : together) {
                installation.kill(part.name());
            }

            // Then
            Eventually.within(
                    BACK_WITHIN,
                    () -> assertThat(together).allSatisfy(part -> {
                        assertThat(pid(part)).isNotEqualTo(before.get(part));
                        assertThat(installation.restarts().get(part.name()).why())
                                .isEqualTo("had ended");
                    }));
        }
        installation.parts().forEach(Part::awaitReady);
        Eventually.within(BACK_WITHIN, () -> assertThat(leadIsOffered()).isTrue());
        Eventually.within(
                BACK_WITHIN,
                () -> assertThat(status())
                        .contains("1 time, last at")
                        .contains("had ended")
                        .contains("exit 0"));
    }

    @Test
    void a_service_that_is_frozen_for_good_is_replaced() throws Exception {
        // Given
        Part frozen = installation.part(Service.SCORING_SERVICE.id());
        long before = pid(frozen);

        // When
        signal("-STOP", before);

        // Then
        Eventually.within(
                BACK_WITHIN,
                () -> assertThat(frozen.running().map(ProcessHandle::pid))
                        .isPresent()
                        .get()
                        .isNotEqualTo(before));
        assertThat(installation.restarts().get(frozen.name()).why()).startsWith("did not answer /q/health/live");
        frozen.awaitReady();
    }

    @Test
    void a_failed_connector_and_one_that_was_deleted_run_again() throws Exception {
        // Given a connector that failed because its role had another password for a moment
        String failed = Service.LEAD_INTAKE.connector();
        String absent = Service.SLA_TRACKER.connector();
        Service service = Service.LEAD_INTAKE;
        String password = installation.databasePassword(service);
        try (Connection database =
                        DriverManager.getConnection(installation.jdbcUrl(service), service.database(), password);
                Statement statement = database.createStatement()) {
            statement.execute("alter role lead_intake password 'another'");
            connect("POST", "/connectors/" + failed + "/restart?includeTasks=true");
            Eventually.within(BACK_WITHIN, () -> assertThat(states(failed)).contains("FAILED"));

            // When the password is right again, and somebody deletes another connector
            statement.execute("alter role lead_intake password '" + password + "'");
            connect("DELETE", "/connectors/" + absent);
        }

        // Then
        Eventually.within(
                BACK_WITHIN,
                () -> assertThat(List.of(states(failed), states(absent)))
                        .allSatisfy(states -> assertThat(states).hasSize(2).containsOnly("RUNNING")));
        assertThat(installation.restarts().get(failed).why()).startsWith("had failed: ");
        assertThat(installation.restarts().get(absent).why()).isEqualTo("was absent");
    }

    @Test
    void a_part_that_was_stopped_on_purpose_stays_away_until_it_is_started() throws Exception {
        // Given
        String reporting = Service.REPORTING_SERVICE.id();

        // When
        installation.stop(reporting);
        Thread.sleep(Duration.ofSeconds(8));

        // Then
        assertThat(installation.part(reporting).running()).isEmpty();
        assertThat(status()).contains("exit 1");
        installation.start(reporting);
    }

    private static List<List<Part>> infrastructureOneByOneAndServicesTogether() {
        Map<Boolean, List<Part>> byKind =
                installation.parts().stream().collect(Collectors.partitioningBy(ServiceProcess.class::isInstance));
        return Stream.concat(byKind.get(false).stream().map(List::of), Stream.of(byKind.get(true)))
                .toList();
    }

    private static long pid(Part part) {
        assertThat(part.running()).as(part.name()).isPresent();
        return part.running().orElseThrow().pid();
    }

    private static boolean leadIsOffered() {
        var posted = world.website().post("/v1/leads", SampleWorld.dana());
        assertThat(posted.status()).isEqualTo(201);
        String lead = posted.json().get("leadId").asText();
        Eventually.within(
                Duration.ofSeconds(30),
                () -> assertThat(world.newestHandoff(lead).path("state").asText())
                        .isNotEmpty());
        return true;
    }

    private static List<String> states(String connector) {
        try {
            return installation.connectors().states(connector);
        } catch (IOException notNow) {
            throw new UncheckedIOException(notNow);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    private static void connect(String method, String path) throws Exception {
        URI address = installation.connectors().address().resolve(path);
        int status = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(address)
                                .method(method, HttpRequest.BodyPublishers.noBody())
                                .build(),
                        BodyHandlers.discarding())
                .statusCode();
        assertThat(status).isBetween(200, 299);
    }

    private static void signal(String signal, long pid) throws Exception {
        int exit =
                new ProcessBuilder("kill", signal, Long.toString(pid)).start().waitFor();
        assertThat(exit).isZero();
    }

    /** What a person sees, with the exit code after it. */
    private static String status() {
        try {
            ProcessBuilder builder = new ProcessBuilder(
                    Path.of("../leadloop").toString(),
                    "status",
                    "--dir",
                    installation.layout().root().toString());
            Process process = builder.redirectErrorStream(true).start();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return output + "exit " + process.waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }
}
