package io.leadloop.deploy.bench;

import io.leadloop.deploy.Installation;
import io.leadloop.deploy.Progress;
import io.leadloop.deploy.Service;
import io.leadloop.deploy.kafka.KafkaAdmin;
import io.leadloop.deploy.process.Folders;
import io.leadloop.deploy.process.Http;
import io.leadloop.deploy.process.Wait;
import io.leadloop.deploy.settings.Setting;
import io.leadloop.deploy.settings.Settings;
import io.leadloop.deploy.token.Role;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;

/** An installation of the benchmark's own, on free ports, with its own agreement and reps. Closing it removes all but its logs. */
final class BenchSystem implements AutoCloseable {
    private static final int REPS = 40;
    private static final Duration SLOT_PATIENCE = Duration.ofSeconds(20);

    private final Installation installation;
    private final String adminToken;
    private final Duration startedWithin;
    private final Thread stop;

    private BenchSystem(Installation installation, Duration startedWithin, Thread stop) {
        this.installation = installation;
        this.stop = stop;
        this.startedWithin = startedWithin;
        this.adminToken = installation.token(Role.ADMIN, Map.of());
    }

    /** @param acceptance how long reps have for an answer, as an ISO 8601 duration */
    static BenchSystem start(Path directory, Settings wanted, String acceptance, Set<Service> services) {
        try {
            Path agreement = Files.createDirectories(directory).resolve("agreement.yaml");
            try (InputStream text = BenchSystem.class.getResourceAsStream("/bench/agreement.yaml")) {
                Files.writeString(
                        agreement,
                        new String(text.readAllBytes(), StandardCharsets.UTF_8).replace("{{acceptance}}", acceptance));
            }
            Settings settings = wanted.with(Setting.AGREEMENT_FILE, agreement.toString());
            Installation installation = Installation.at(directory, settings);
            installation.reset(Progress.SILENT);
            Thread stop = stopWhenInterrupted(installation);
            long begun = System.nanoTime();
            up(installation, services);
            Duration took = Duration.ofNanos(System.nanoTime() - begun);
            return new BenchSystem(installation, took, stop);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whoever interrupts a benchmark is not left with eight programs that run on. */
    private static Thread stopWhenInterrupted(Installation installation) {
        Thread stop = new Thread(installation::down, "stop");
        Runtime.getRuntime().addShutdownHook(stop);
        return stop;
    }

    private static void up(Installation installation, Set<Service> services) {
        try {
            installation.up(services, Progress.SILENT);
        } catch (RuntimeException failed) {
            installation.down();
            throw failed;
        }
    }

    static BenchSystem complete(Path directory, Settings wanted, String acceptance) {
        BenchSystem system = start(directory, wanted, acceptance, EnumSet.allOf(Service.class));
        system.hireReps();
        return system;
    }

    Installation installation() {
        return installation;
    }

    /** From the first process to the last connector, on empty data. */
    Duration startedWithin() {
        return startedWithin;
    }

    Load load() {
        return new Load(
                installation.address(Service.LEAD_INTAKE),
                installation.token(Role.INTAKE, Map.of(), Duration.ofHours(24)));
    }

    Arrivals arrivals(String topic, String type) {
        return Arrivals.of(installation.kafkaBootstrap(), topic, type);
    }

    private void hireReps() {
        URI handoff = installation.address(Service.HANDOFF_SERVICE);
        for (int i = 1; i <= REPS; i++) {
            String rep =
                    "{\"repId\":\"rep-%1$d\",\"name\":\"Rep %1$d\",\"email\":\"rep%1$d@leadloop.example\",\"teamId\":\"sales\"}"
                            .formatted(i);
            HttpResponse<String> answer = Http.postAs(adminToken, handoff.resolve("/v1/reps"), rep);
            if (answer.statusCode() != 201) {
                throw new BrokenRun("a rep was refused: " + answer.body());
            }
        }
    }

    String adminToken() {
        return adminToken;
    }

    Connection connect(Service service) throws SQLException {
        return DriverManager.getConnection(
                installation.jdbcUrl(service), service.database(), installation.databasePassword(service));
    }

    long count(Service service, String query) {
        try (Connection connection = connect(service);
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            return row.next() ? row.getLong(1) : 0;
        } catch (SQLException e) {
            throw new BrokenRun(e.getMessage());
        }
    }

    void requireCount(long expected, Service service, String query) {
        long found = count(service, query);
        if (found != expected) {
            throw new BrokenRun(
                    "%s has %d where %d were acknowledged: %s".formatted(service.id(), found, expected, query));
        }
    }

    void awaitCount(long expected, Service service, String query, Duration patience) {
        long end = System.nanoTime() + patience.toNanos();
        while (count(service, query) < expected && System.nanoTime() < end) {
            sleep(Duration.ofMillis(200));
        }
        requireCount(expected, service, query);
    }

    void awaitAtMost(long most, Service service, String query, Duration patience) {
        await(
                patience,
                "%s still has more than %d: %s".formatted(service.id(), most, query),
                () -> count(service, query) <= most);
    }

    /** Of a service whose connector is stopped: from now on PostgreSQL keeps no log for it. */
    void dropSlot(Service service) {
        String drop = "select count(pg_drop_replication_slot(slot_name)) from pg_replication_slots where not active"
                + " and slot_name = '" + service.slot() + "'";
        await(SLOT_PATIENCE, "the slot of " + service.id() + " is still in use", () -> count(service, drop) == 1);
    }

    /** Returns when all consumers have read what is on Kafka. */
    void awaitRead(Duration patience) {
        try (KafkaAdmin admin = new KafkaAdmin(installation.kafkaBootstrap())) {
            await(
                    patience,
                    "consumers are still behind",
                    () -> admin.lag().values().stream()
                            .flatMap(topics -> topics.values().stream())
                            .allMatch(behind -> behind == 0));
        }
    }

    private static void await(Duration patience, String otherwise, BooleanSupplier holds) {
        long end = System.nanoTime() + patience.toNanos();
        while (!holds.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new BrokenRun("after %s %s".formatted(patience, otherwise));
            }
            sleep(Duration.ofMillis(200));
        }
    }

    static void sleep(Duration time) {
        Wait.pause(time, "the benchmark is broken off");
    }

    /** Why a run was broken stands in the logs, so they outlive it. */
    @Override
    public void close() {
        installation.down();
        boolean needed = Runtime.getRuntime().removeShutdownHook(stop);
        assert needed;
        Path directory = installation.layout().root();
        Folders.mirror(installation.layout().logs(), directory.resolveSibling(directory.getFileName() + "-logs"));
        installation.reset(Progress.SILENT);
    }
}
