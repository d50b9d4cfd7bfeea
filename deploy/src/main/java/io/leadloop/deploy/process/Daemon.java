package io.leadloop.deploy.process;

import io.leadloop.deploy.LauncherException;
import io.leadloop.deploy.settings.Layout;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One long-lived process. Its id and start time lie in a file: both, because ids are used again. It runs in a session of
 * its own, so that neither closing the terminal nor Ctrl-C during {@code up} reaches it.
 */
public final class Daemon {
    private static final Duration SAME_START = Duration.ofMinutes(1);
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(50);
    private static final long LOG_LIMIT_BYTES = 20_000_000;

    private final String name;
    private final Layout layout;
    private final int niceness;

    public Daemon(String name, Layout layout) {
        this(name, layout, 0);
    }

    /** @param niceness how far it steps back where processors are scarce, 0 (not at all) to 19 */
    public Daemon(String name, Layout layout, int niceness) {
        this.name = name;
        this.layout = layout;
        this.niceness = niceness;
    }

    public Optional<ProcessHandle> running() {
        try {
            Path file = idFile();
            if (!Files.exists(file)) {
                return Optional.empty();
            }
            String[] words = Files.readString(file).strip().split(" ", -1);
            Instant started = Instant.parse(words[1]);
            return ProcessHandle.of(Long.parseLong(words[0]))
                    .filter(Daemon::lives)
                    .filter(process -> startedAt(process, started));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (RuntimeException damaged) {
            return Optional.empty();
        }
    }

    public void start(List<String> command, Map<String, String> environment) {
        List<String> apart = new ArrayList<>(Detached.prefix(niceness));
        apart.addAll(command);
        ProcessBuilder builder = new ProcessBuilder(apart);
        builder.environment().putAll(environment);
        try {
            builder.directory(Files.createDirectories(layout.run()).toFile());
            builder.redirectErrorStream(true);
            builder.redirectInput(Path.of("/dev/null").toFile());
            builder.redirectOutput(ProcessBuilder.Redirect.appendTo(freshLog().toFile()));
            remember(builder.start().toHandle());
        } catch (IOException e) {
            throw new LauncherException("Cannot start " + name + ": " + e.getMessage(), e);
        }
    }

    /** Remembers a process that somebody else started. */
    public void remember(ProcessHandle process) {
        Instant started = process.info().startInstant().orElseGet(Instant::now);
        try {
            Path draft = layout.run().resolve(name + ".pid.new");
            Files.writeString(draft, process.pid() + " " + started + "\n");
            Path kept = Files.move(draft, idFile(), StandardCopyOption.ATOMIC_MOVE);
            assert Files.exists(kept);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public void stop() {
        running().ifPresent(process -> {
            if (!process.destroy() || !ended(process, PATIENCE)) {
                kill();
            }
        });
        forget();
    }

    /** Ends it without giving it a chance to tidy up. */
    public void kill() {
        running().ifPresent(process -> {
            if (process.destroyForcibly() && !ended(process, PATIENCE)) {
                throw new LauncherException(name + " (process " + process.pid() + ") does not end.");
            }
        });
        forget();
    }

    /** Fails with the end of its log when it is gone. */
    public void requireAlive() {
        if (running().isEmpty()) {
            throw new LauncherException(
                    name + " has stopped. The end of " + layout.log(name) + ":\n" + Logs.tail(layout.log(name), 25));
        }
    }

    private void forget() {
        try {
            boolean ignored = Files.deleteIfExists(idFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path freshLog() throws IOException {
        Path log = Files.createDirectories(layout.logs()).resolve(name + ".log");
        if (Files.exists(log) && Files.size(log) > LOG_LIMIT_BYTES) {
            return Files.move(log, log.resolveSibling(name + ".log.1"), StandardCopyOption.REPLACE_EXISTING)
                    .resolveSibling(name + ".log");
        }
        return log;
    }

    private Path idFile() {
        return layout.run().resolve(name + ".pid");
    }

    private static boolean startedAt(ProcessHandle process, Instant started) {
        return process.info()
                .startInstant()
                .map(actual -> Duration.between(actual, started).abs().compareTo(SAME_START) < 0)
                .orElse(true);
    }

    private static boolean ended(ProcessHandle process, Duration within) {
        Instant end = Instant.now().plus(within);
        try {
            while (lives(process) && Instant.now().isBefore(end)) {
                Thread.sleep(BETWEEN_LOOKS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return !lives(process);
    }

    /** A process that has ended and that nobody has collected yet still has its id, and the JVM takes it for alive. */
    private static boolean lives(ProcessHandle process) {
        return process.isAlive() && !isUncollected(process);
    }

    private static boolean isUncollected(ProcessHandle process) {
        try {
            String status = Files.readString(Path.of("/proc/" + process.pid() + "/stat"));
            return status.startsWith("Z", status.lastIndexOf(')') + 2);
        } catch (IOException goneOrNotLinux) {
            return false;
        }
    }
}
