package io.leadloop.deploy.bench;

import io.leadloop.deploy.LauncherException;
import io.leadloop.deploy.Service;
import io.leadloop.deploy.settings.Setting;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * PostgreSQL's own benchmark, writing what intake writes for a lead: its row and its event's row, in one transaction, into
 * tables with the same columns and indexes in the same database.
 */
final class PgBench {
    private static final Pattern RATE = Pattern.compile("tps = ([0-9.]+)");

    private final BenchSystem system;
    private final String program;

    private PgBench(BenchSystem system, String program) {
        this.system = system;
        this.program = program;
    }

    /** Empty when this machine has no pgbench. */
    static Optional<PgBench> on(BenchSystem system) {
        return Stream.concat(
                        Arrays.stream(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                                .map(Path::of),
                        installed())
                .map(folder -> folder.resolve("pgbench"))
                .filter(Files::isExecutable)
                .findFirst()
                .map(found -> new PgBench(system, found.toString()));
    }

    private static Stream<Path> installed() {
        Path debian = Path.of("/usr/lib/postgresql");
        try {
            return Files.isDirectory(debian)
                    ? Files.list(debian).map(version -> version.resolve("bin"))
                    : Stream.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Makes the tables and the transaction, after the model of the newest lead. */
    PgBench prepare() {
        try (Connection connection = system.connect(Service.LEAD_INTAKE);
                Statement statement = connection.createStatement()) {
            statement.execute("create schema if not exists bench");
            statement.execute("create table if not exists bench.lead (like public.lead including all)");
            statement.execute("create table if not exists bench.outbox (like public.outbox including all)");
            try (ResultSet row = statement.executeQuery("""
                    select l.profile, l.touches, l.stages, o.payload, o.traceparent from lead l
                    join outbox o on o.key = l.lead_id::text order by l.lead_id desc limit 1""")) {
                if (!row.next()) {
                    throw new BrokenRun("there is no lead that pgbench could imitate");
                }
                Files.writeString(script(), """
                        begin;
                        insert into bench.lead (lead_id, email, captured_at, historical, profile, touches, stages)
                          values (uuidv7(), gen_random_uuid() || '@acme-industries.example', now(), false, %s, %s, %s);
                        insert into bench.outbox (id, topic, key, type, source, subject, traceparent, payload)
                          values (uuidv7(), 'leadloop.leads', gen_random_uuid(), 'io.leadloop.lead.captured.v1', '/lead-intake',
                            gen_random_uuid(), %s, %s);
                        commit;
                        """.formatted(
                                literal(row.getString(1)),
                                literal(row.getString(2)),
                                literal(row.getString(3)),
                                literal(row.getString(5)),
                                literal(row.getString(4))));
            }
            return this;
        } catch (SQLException | IOException e) {
            throw new LauncherException("pgbench cannot be prepared: " + e.getMessage(), e);
        }
    }

    /** Transactions a second of so many clients, with prepared statements. */
    double perSecond(int clients, Duration length) {
        List<String> command = List.of(
                program,
                "-n",
                "-M",
                "prepared",
                "-c",
                Integer.toString(clients),
                "-j",
                "2",
                "-T",
                Long.toString(length.toSeconds()),
                "-f",
                script().toString(),
                "-h",
                "127.0.0.1",
                "-p",
                system.installation().settings().get(Setting.POSTGRES_PORT),
                "-U",
                Service.LEAD_INTAKE.database(),
                Service.LEAD_INTAKE.database());
        try {
            ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
            builder.environment().put("PGPASSWORD", system.installation().databasePassword(Service.LEAD_INTAKE));
            Process process = builder.start();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            Matcher rate = RATE.matcher(output);
            if (process.waitFor() != 0 || !rate.find()) {
                throw new BrokenRun("pgbench failed: " + output);
            }
            return Double.parseDouble(rate.group(1));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BrokenRun("it was interrupted");
        }
    }

    private Path script() {
        return system.installation().layout().root().resolve("pgbench.sql");
    }

    /** pgbench takes {@code :name} for a variable, also within quotes; a full stop in its place is as long. */
    private static String literal(String text) {
        return "'" + text.replace("'", "''").replaceAll(":(?=\\w)", ".") + "'";
    }
}
