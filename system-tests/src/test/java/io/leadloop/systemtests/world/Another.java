package io.leadloop.systemtests.world;

import io.leadloop.deploy.Installation;
import io.leadloop.deploy.Service;
import io.leadloop.deploy.process.Http;
import io.leadloop.deploy.process.Jvm;
import io.leadloop.deploy.settings.Setting;
import io.leadloop.deploy.token.Role;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.Assertions;

/** Another instance of a service that runs already, on the same database and in the same consumer groups. */
public final class Another implements AutoCloseable {
    private static final Duration STARTS_WITHIN = Duration.ofSeconds(180);

    private final Installation installation;
    private final int port;
    private final Process process;

    private Another(Installation installation, int port, Process process) {
        this.installation = installation;
        this.port = port;
        this.process = process;
    }

    /** Waits until it is ready. */
    public static Another of(Installation installation, Service service) {
        int port = freePort();
        List<String> command = new ArrayList<>(List.of(Jvm.java()));
        command.addAll(Jvm.quiet());
        command.addAll(installation.settings().words(Setting.SERVICE_JVM));
        Path program = installation.layout().run().resolve(service.id()).resolve("quarkus-run.jar");
        command.addAll(List.of("-jar", program.toString()));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().putAll(installation.environment(service));
        builder.environment().put("QUARKUS_HTTP_PORT", Integer.toString(port));
        Path log = installation.layout().log(service.id() + "-another");
        try {
            Process process = builder.redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                    .start();
            Another another = new Another(installation, port, process);
            Eventually.within(
                    STARTS_WITHIN,
                    () -> Assertions.assertThat(another.isReady())
                            .as("another %s is ready", service.id())
                            .isTrue());
            return another;
        } catch (IOException cannotStart) {
            throw new UncheckedIOException(cannotStart);
        }
    }

    public Api as(Role role) {
        return new Api(address(), installation.token(role, Map.of()));
    }

    public String address() {
        return "http://localhost:" + port;
    }

    private boolean isReady() {
        try {
            return Http.get(URI.create(address() + "/q/health/ready")).statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    @Override
    public void close() {
        boolean ended = process.destroyForcibly() != null;
        assert ended;
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException none) {
            throw new UncheckedIOException(none);
        }
    }
}
