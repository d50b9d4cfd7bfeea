package io.leadloop.systemtests.faults;

import io.leadloop.agreement.DefaultAgreement;
import io.leadloop.deploy.Installation;
import io.leadloop.deploy.Part;
import io.leadloop.deploy.Progress;
import io.leadloop.deploy.Service;
import io.leadloop.deploy.process.Wait;
import io.leadloop.deploy.settings.Setting;
import io.leadloop.deploy.settings.Settings;
import io.leadloop.deploy.token.Role;
import io.leadloop.systemtests.faults.wire.FaultProxy;
import io.leadloop.systemtests.world.Api;
import io.leadloop.systemtests.world.Databases;
import io.leadloop.systemtests.world.Topics;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * An installation whose wires to PostgreSQL and Kafka can be broken. Of its own, beside the sample world: thousands of leads
 * and wrecked parts are no surroundings for a story. Reps have no limit, and half a minute for an answer; two minutes in the long form: offers that
 * go round because services are away make more work than answers do.
 */
final class FaultyWorld {
    private static final FaultyWorld THE_WORLD = new FaultyWorld();

    private final Installation installation;
    private final FaultProxy postgresWire;
    private final FaultProxy kafkaWire;

    private FaultyWorld() {
        Settings ports = Settings.withFreePorts();
        postgresWire = FaultProxy.to(ports.port(Setting.POSTGRES_PORT));
        kafkaWire = FaultProxy.to(ports.port(Setting.KAFKA_PORT));
        Settings settings = ports.with(Setting.POSTGRES_ADDRESS, postgresWire.address())
                .with(Setting.KAFKA_ADDRESS, kafkaWire.address())
                .with(Setting.AGREEMENT_FILE, agreement().toString());
        installation = Installation.at(Path.of("target/faulty-installation").toAbsolutePath(), settings);
    }

    /** The running system; the first who asks waits for its start. */
    static synchronized FaultyWorld running() {
        if (THE_WORLD.installation.part("reporting-service").running().isEmpty()) {
            THE_WORLD.start();
        }
        return THE_WORLD;
    }

    private static Path agreement() {
        boolean isShort = FaultSuiteIT.DURATION.compareTo(FaultSuiteIT.SHORT) < 0;
        String text = DefaultAgreement.text()
                .replace("within: PT15M", isShort ? "within: PT30S" : "within: PT2M")
                .replace("capacityPerRep: 50", "capacityPerRep: 100000");
        try {
            return Files.writeString(Path.of("target/faulty-agreement.yaml").toAbsolutePath(), text);
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    private void start() {
        installation.reset(Progress.SILENT);
        Runtime.getRuntime().addShutdownHook(new Thread(installation::down));
        installation.up((part, message) -> System.out.println(part + ": " + message));
    }

    /** The topics that outboxes speak on. */
    List<String> topicNames() {
        return List.of(
                "leadloop.leads",
                "leadloop.activities",
                "leadloop.scores",
                "leadloop.handoffs",
                "leadloop.closed-loop",
                "leadloop.sla",
                "leadloop.agreements");
    }

    Installation installation() {
        return installation;
    }

    FaultProxy postgresWire() {
        return postgresWire;
    }

    FaultProxy kafkaWire() {
        return kafkaWire;
    }

    Databases databases() {
        return new Databases(installation);
    }

    Topics topics() {
        return new Topics("127.0.0.1:" + installation.settings().port(Setting.KAFKA_PORT));
    }

    Api as(Role role, Service service) {
        return new Api(installation.address(service).toString(), installation.token(role, Map.of()));
    }

    Api website() {
        return as(Role.INTAKE, Service.LEAD_INTAKE);
    }

    /** Ends the server as a crash of the machine would: nothing is tidied up. */
    void crashPostgres() {
        Part postgres = installation.part("postgres");
        signal(postgres, "QUIT");
        Wait.until(
                Duration.ofSeconds(30),
                "PostgreSQL does not end.",
                () -> postgres.running().isEmpty());
    }

    /** Stops a part and all its children where they are; they keep their connections and locks. */
    void freeze(String part) {
        signal(installation.part(part), "STOP");
    }

    void thaw(String part) {
        signal(installation.part(part), "CONT");
    }

    private static void signal(Part part, String signal) {
        part.running().ifPresent(process -> {
            String[] ids = Stream.concat(Stream.of(process), process.descendants())
                    .map(one -> Long.toString(one.pid()))
                    .toArray(String[]::new);
            run(Stream.concat(
                            Stream.of("kill", "-" + signal),
                            Stream.of(signal.equals("QUIT") ? ids[0] : String.join(" ", ids)))
                    .flatMap(words -> Stream.of(words.split(" ", -1)))
                    .toArray(String[]::new));
        });
    }

    /** Runs a program of the operating system; false when it refuses or does not exist. */
    static boolean run(String... command) {
        try {
            return new ProcessBuilder(command).redirectErrorStream(true).start().waitFor() == 0;
        } catch (IOException noSuchProgram) {
            return false;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    /** SQL past the services and past the wire, by the superuser. */
    void superuser(Service database, String... statements) {
        try (Connection connection = superuser(database);
                var statement = connection.createStatement()) {
            for (String sql : statements) {
                boolean hasRows = statement.execute(sql);
                assert !hasRows || !sql.isEmpty();
            }
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    Connection superuser(Service database) throws SQLException {
        try {
            String password = Files.readString(installation.layout().secrets().resolve("postgres-superuser"));
            return DriverManager.getConnection(
                    installation.jdbcUrl(database) + "?options=-c%20default_transaction_read_only=off",
                    "leadloop",
                    password);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
