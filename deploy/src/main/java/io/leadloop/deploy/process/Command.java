package io.leadloop.deploy.process;

import io.leadloop.deploy.LauncherException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Runs a program to its end. Its output goes to a log of its own and is shown when it fails. */
public final class Command {
    private Command() {}

    public static void run(List<String> command, Path log, Duration within) {
        int exit = exitCode(command, log, within);
        if (exit != 0) {
            throw new LauncherException("'%s' failed (%d):\n%s".formatted(name(command), exit, Logs.tail(log, 15)));
        }
    }

    /** For those to whom a failure is an answer. */
    public static int exitCode(List<String> command, Path log, Duration within) {
        try {
            Files.createDirectories(log.getParent());
            ProcessBuilder builder = new ProcessBuilder(command);
            builder.redirectErrorStream(true);
            builder.redirectInput(Path.of("/dev/null").toFile());
            builder.redirectOutput(ProcessBuilder.Redirect.to(log.toFile()));
            Process process = builder.start();
            if (!process.waitFor(within.toMillis(), TimeUnit.MILLISECONDS)) {
                process.destroyForcibly();
                throw new LauncherException("'%s' did not end within %s.".formatted(name(command), within));
            }
            return process.exitValue();
        } catch (IOException e) {
            throw new LauncherException("Cannot run '%s': %s".formatted(name(command), e.getMessage()), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LauncherException("Interrupted while '%s' ran.".formatted(name(command)), e);
        }
    }

    private static String name(List<String> command) {
        return String.join(" ", command.subList(0, Math.min(3, command.size())));
    }
}
