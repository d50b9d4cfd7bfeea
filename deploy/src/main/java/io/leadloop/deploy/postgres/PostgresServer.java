package io.leadloop.deploy.postgres;

import io.leadloop.deploy.LauncherException;
import io.leadloop.deploy.Part;
import io.leadloop.deploy.process.Command;
import io.leadloop.deploy.process.Daemon;
import io.leadloop.deploy.process.Folders;
import io.leadloop.deploy.process.Wait;
import io.leadloop.deploy.settings.Layout;
import io.leadloop.deploy.settings.Secrets;
import io.leadloop.deploy.settings.Setting;
import io.leadloop.deploy.settings.Settings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * The database server, started by {@code pg_ctl} as a daemon of its own. A commit is on disk before it is answered, and
 * the log of changes is kept until every outbox connector has read it.
 */
public final class PostgresServer implements Part {
    public static final String NAME = "postgres";
    private static final String VERSION = "18";
    private static final Duration STEP = Duration.ofSeconds(90);

    private final Layout layout;
    private final Settings settings;
    private final Databases databases;
    private final PostgresSoftware software;
    private final Daemon daemon;
    private final Path data;

    public PostgresServer(Layout layout, Settings settings, Secrets secrets) {
        this.layout = layout;
        this.settings = settings;
        this.software = new PostgresSoftware(layout.postgres().resolve("software-" + VERSION));
        this.daemon = new Daemon(NAME, layout);
        this.data = layout.postgres().resolve("data");
        this.databases = new Databases(settings, secrets);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public List<Setting> ports() {
        return List.of(Setting.POSTGRES_PORT);
    }

    @Override
    public Optional<ProcessHandle> running() {
        return daemon.running();
    }

    public Databases databases() {
        return databases;
    }

    @Override
    public void start() {
        if (running().isPresent()) {
            return;
        }
        software.unpackOnce();
        initOnce();
        configure();
        forgetReusedProcessId();
        // After a kill the orphaned backends hold the shared memory for a moment.
        Wait.until(STEP, "PostgreSQL does not start, see " + layout.log(NAME), () -> startedOnce());
        daemon.remember(
                postmaster().orElseThrow(() -> new LauncherException("PostgreSQL ended right after its start.")));
    }

    @Override
    public void awaitReady() {
        Wait.until(settings.readyWithin(), "PostgreSQL is not ready, see " + layout.log(NAME), () -> {
            daemon.requireAlive();
            return databases.answers();
        });
        databases.createMissing();
    }

    @Override
    public void stop() {
        if (running().isPresent()) {
            Command.run(pgCtl("stop", "-m", "fast", "-w", "-t", "60"), log("stop"), STEP);
        }
        daemon.stop();
    }

    @Override
    public void kill() {
        daemon.kill();
    }

    private void initOnce() {
        if (Files.exists(data)) {
            return;
        }
        Path draft = layout.postgres().resolve("data.new");
        Folders.delete(draft);
        Path password = databases.superuserPasswordFile();
        Command.run(
                software.command(
                        "initdb",
                        "--pgdata=" + draft,
                        "--username=" + Databases.SUPERUSER,
                        "--pwfile=" + password,
                        "--auth=scram-sha-256",
                        "--encoding=UTF8",
                        "--locale-provider=builtin",
                        "--builtin-locale=C.UTF-8",
                        "--locale=C"),
                log("init"),
                STEP);
        try {
            Files.writeString(
                    draft.resolve("postgresql.conf"), "\ninclude 'leadloop.conf'\n", StandardOpenOption.APPEND);
            Files.writeString(draft.resolve("leadloop.conf"), "");
            Path moved = Files.move(draft, data, StandardCopyOption.ATOMIC_MOVE);
            assert Files.exists(moved);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void configure() {
        String configuration = """
                # Written at every start.
                listen_addresses = '127.0.0.1'
                port = %d
                unix_socket_directories = ''
                max_connections = 200
                fsync = on
                synchronous_commit = on
                full_page_writes = on
                wal_level = logical
                max_replication_slots = 10
                max_wal_senders = 10
                # No limit: an outbox row lives until it is known to be on Kafka.
                max_slot_wal_keep_size = -1
                idle_in_transaction_session_timeout = '60s'
                jit = off
                log_checkpoints = off
                log_lock_waits = on
                log_line_prefix = '%%m [%%p] %%d '
                # What connectors do at each start is no news; errors still are.
                log_replication_commands = off
                """.formatted(settings.port(Setting.POSTGRES_PORT));
        try {
            Files.writeString(data.resolve("leadloop.conf"), configuration);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private boolean startedOnce() {
        Command.run(pgCtl("start", "-w", "-t", "60", "-l", layout.log(NAME).toString()), log("start"), STEP);
        return true;
    }

    /** The server believes that another one runs when the id in its file belongs to any living process. */
    private void forgetReusedProcessId() {
        Optional<ProcessHandle> named = postmaster();
        boolean foreign = named.isPresent()
                && !named.get().info().command().orElse("postgres").endsWith("postgres");
        if (foreign) {
            try {
                Files.delete(data.resolve("postmaster.pid"));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private Optional<ProcessHandle> postmaster() {
        try {
            Path file = data.resolve("postmaster.pid");
            return Files.exists(file)
                    ? ProcessHandle.of(
                            Long.parseLong(Files.readAllLines(file).getFirst().strip()))
                    : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<String> pgCtl(String... arguments) {
        List<String> command = new java.util.ArrayList<>(software.command("pg_ctl", "-D", data.toString()));
        command.addAll(List.of(arguments));
        return command;
    }

    private Path log(String step) {
        return layout.logs().resolve("postgres-" + step + ".log");
    }
}
