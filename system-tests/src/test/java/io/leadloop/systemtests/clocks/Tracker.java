package io.leadloop.systemtests.clocks;

import io.leadloop.deploy.Installation;
import io.leadloop.deploy.Service;
import io.leadloop.deploy.process.Http;
import io.leadloop.deploy.process.Jvm;
import io.leadloop.deploy.settings.Setting;
import io.leadloop.systemtests.world.Eventually;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.assertj.core.api.Assertions;

/** One sla-tracker as a process that may be killed, frozen and started again. It notes when it is up. */
final class Tracker implements AutoCloseable {
    private static final Duration STARTS_WITHIN = Duration.ofSeconds(120);

    private final String name;
    private final Installation installation;
    private final Uptime uptime;
    private final Map<String, String> besides;
    private final int port = freePort();
    private Process process;

    /** @param besides environment variables that only this one has */
    Tracker(String name, Installation installation, Uptime uptime, Map<String, String> besides) {
        this.name = name;
        this.installation = installation;
        this.uptime = uptime;
        this.besides = besides;
    }

    /** Does not wait: from when it is up is noted by {@link #look}. */
    void start() {
        List<String> command = new ArrayList<>(List.of(Jvm.java()));
        command.addAll(Jvm.quiet());
        command.addAll(installation.settings().words(Setting.SERVICE_JVM));
        command.addAll(List.of("-jar", program().toString()));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().putAll(installation.environment(Service.SLA_TRACKER));
        builder.environment().put("QUARKUS_HTTP_PORT", Integer.toString(port));
        builder.environment().putAll(besides);
        Path log = installation.layout().log("tracker-" + name);
        try {
            process = builder.redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                    .start();
        } catch (IOException cannotStart) {
            throw new UncheckedIOException(cannotStart);
        }
    }

    boolean runs() {
        return process != null && process.isAlive();
    }

    /** Notes that it is up as soon as it says so. */
    void look() {
        if (!uptime.isUp(name) && runs() && isReady()) {
            uptime.begins(name, Instant.now());
        }
    }

    void awaitUp() {
        Eventually.within(STARTS_WITHIN, () -> {
            look();
            Assertions.assertThat(uptime.isUp(name))
                    .as("tracker %s is up", name)
                    .isTrue();
        });
    }

    /** As by kill -9, or as an operator would. */
    void end(boolean kindly) {
        uptime.ends(name, Instant.now());
        if (kindly) {
            process.destroy();
        } else {
            boolean killed = process.destroyForcibly() != null;
            assert killed;
        }
        try {
            boolean ended = process.waitFor(30, TimeUnit.SECONDS);
            Assertions.assertThat(ended).as("tracker %s ended", name).isTrue();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    void freeze(Duration length) throws InterruptedException {
        boolean wasUp = uptime.isUp(name);
        uptime.ends(name, Instant.now());
        signal("STOP");
        Thread.sleep(length);
        Instant thawed = Instant.now();
        signal("CONT");
        if (wasUp) {
            uptime.begins(name, thawed);
        }
    }

    @Override
    public void close() {
        if (process != null) {
            signal("CONT");
            boolean killed = process.destroyForcibly() != null;
            assert killed;
        }
    }

    private boolean isReady() {
        try {
            return Http.get(URI.create("http://127.0.0.1:%d/q/health/ready".formatted(port)))
                            .statusCode()
                    == 200;
        } catch (IOException notYet) {
            return false;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private void signal(String signal) {
        try {
            int exit = new ProcessBuilder("kill", "-" + signal, Long.toString(process.pid()))
                    .start()
                    .waitFor();
            assert exit == 0 || !process.isAlive();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private Path program() {
        return installation.layout().run().resolve(Service.SLA_TRACKER.id()).resolve("quarkus-run.jar");
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException none) {
            throw new UncheckedIOException(none);
        }
    }
}
