package io.leadloop.deploy.postgres;

import io.leadloop.deploy.LauncherException;
import io.leadloop.deploy.Part;
import io.leadloop.deploy.Seen;
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
import java.time.Instant;
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
    private static final Duration ORPHANS_END = Duration.ofSeconds(20);

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
        return daemon.running().or(this::startedByAnother);
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
        Wait.until(ORPHANS_END, "PostgreSQL does not start, see " + layout.log(NAME), () -> startedOnce());
        daemon.remember(
                postmaster().orElseThrow(() -> new LauncherException("PostgreSQL ended right after its start.")));
    }

    @Override
    public void awaitReady() {
        Wait.until(settings.readyWithin(), "PostgreSQL is not ready, see " + layout.log(NAME), () -> {
            daemon.requireAlive();
            return databases.answers();
        });
        furnish();
    }

    /** The roles and databases. */
    @Override
    public void furnish() {
        databases.createMissing();
    }

    @Override
    public Seen ask() {
        return databases.ask();
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
        running().ifPresent(daemon::remember);
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
                # A connector that fell silent is let go after this, so that it learns of it and another can take the slot.
                wal_sender_timeout = '15s'
                max_replication_slots = 10
                max_wal_senders = 10
                # No limit: an outbox row lives until it is known to be on Kafka.
                max_slot_wal_keep_size = -1
                # What checkpoints may add to what slots keep.
                max_wal_size = '%dMB'
                min_wal_size = '32MB'
                idle_in_transaction_session_timeout = '60s'
                jit = off
                log_checkpoints = off
                log_lock_waits = on
                log_line_prefix = '%%m [%%p] %%d '
                # What connectors do at each start is no news; errors still are.
                log_replication_commands = off
                """.formatted(settings.port(Setting.POSTGRES_PORT), maxWalMegabytes());
        try {
            Files.writeString(data.resolve("leadloop.conf"), configuration);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private long maxWalMegabytes() {
        return Math.clamp(settings.walBudget() / 2 >> 20, 32, 1024);
    }

    /** A recovery that takes longer is no failure: who needs the databases waits for them. */
    private boolean startedOnce() {
        int exit = Command.exitCode(
                pgCtl("start", "-w", "-t", "20", "-l", layout.log(NAME).toString()), log("start"), STEP);
        return exit == 0 || startedByAnother().isPresent();
    }

    /** One whose starter ended before it could write the process id down. */
    private Optional<ProcessHandle> startedByAnother() {
        return postmaster().filter(process -> isPostgres(process) && process.isAlive() && startedAsWritten(process));
    }

    /** Process ids are used again, also by the server of another installation. */
    private boolean startedAsWritten(ProcessHandle process) {
        try {
            Instant written = Instant.ofEpochSecond(
                    Long.parseLong(Files.readAllLines(postmasterFile()).get(2).strip()));
            return process.info()
                    .startInstant()
                    .map(actual -> Duration.between(actual, written).abs().toSeconds() < 60)
                    .orElse(true);
        } catch (IOException | RuntimeException notWhole) {
            return false;
        }
    }

    /** The server believes that another one runs when the id in its file belongs to any living process. */
    private void forgetReusedProcessId() {
        Optional<ProcessHandle> named = postmaster();
        boolean foreign = named.isPresent() && !isPostgres(named.get());
        if (foreign) {
            try {
                Files.delete(postmasterFile());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private static boolean isPostgres(ProcessHandle process) {
        return process.info().command().orElse("postgres").endsWith("postgres");
    }

    private Optional<ProcessHandle> postmaster() {
        try {
            Path file = postmasterFile();
            return Files.exists(file)
                    ? ProcessHandle.of(
                            Long.parseLong(Files.readAllLines(file).getFirst().strip()))
                    : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path postmasterFile() {
        return data.resolve("postmaster.pid");
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
