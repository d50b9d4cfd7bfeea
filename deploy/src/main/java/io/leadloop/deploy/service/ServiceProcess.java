package io.leadloop.deploy.service;

import io.leadloop.deploy.LauncherException;
import io.leadloop.deploy.Part;
import io.leadloop.deploy.Seen;
import io.leadloop.deploy.Service;
import io.leadloop.deploy.process.Daemon;
import io.leadloop.deploy.process.Folders;
import io.leadloop.deploy.process.Http;
import io.leadloop.deploy.process.Jvm;
import io.leadloop.deploy.process.Question;
import io.leadloop.deploy.process.Wait;
import io.leadloop.deploy.settings.Layout;
import io.leadloop.deploy.settings.Setting;
import io.leadloop.deploy.settings.Settings;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** One service as a process. */
public final class ServiceProcess implements Part {
    private static final String JAR = "quarkus-run.jar";

    private final Service service;
    private final Layout layout;
    private final Settings settings;
    private final Jvm jvm;
    private final Supplier<Map<String, String>> environment;
    private final Daemon daemon;

    public ServiceProcess(
            Service service, Layout layout, Settings settings, Jvm jvm, Supplier<Map<String, String>> environment) {
        this.service = service;
        this.layout = layout;
        this.settings = settings;
        this.jvm = jvm;
        this.environment = environment;
        this.daemon = new Daemon(service.id(), layout, service.stepsBack() ? settings.niceness() : 0);
    }

    @Override
    public String name() {
        return service.id();
    }

    public Service service() {
        return service;
    }

    @Override
    public List<Setting> ports() {
        return List.of(service.portSetting());
    }

    @Override
    public Optional<ProcessHandle> running() {
        return daemon.running();
    }

    /** Fails when the service is not built: a system without one of its services would only look complete. */
    public void requireBuilt() {
        if (!Files.exists(built().resolve(JAR))) {
            throw new LauncherException(
                    "%s is not built: %s is missing. Run ./mvnw -DskipTests package.".formatted(service.id(), built()));
        }
    }

    /** Takes over what was built since the last copy; what is started again later is what ran before. */
    public void copyProgram() {
        requireBuilt();
        Folders.mirror(built(), program());
    }

    @Override
    public void start() {
        if (running().isPresent()) {
            return;
        }
        if (!Files.exists(program().resolve(JAR))) {
            copyProgram();
        }
        daemon.start(
                jvm.service(
                        service.id(),
                        settings.words(Setting.SERVICE_JVM),
                        program().resolve(JAR)),
                environment.get());
    }

    @Override
    public void awaitReady() {
        URI ready = URI.create("http://127.0.0.1:%d/q/health/ready".formatted(settings.port(service.portSetting())));
        Wait.until(
                settings.readyWithin(),
                "%s is not ready, see %s and %s".formatted(service.id(), ready, layout.log(service.id())),
                () -> {
                    daemon.requireAlive();
                    return Http.get(ready).statusCode() == 200;
                });
    }

    /** Its own word for whether it makes progress: liveness, which a database or broker that is away does not touch. */
    @Override
    public Seen ask() {
        URI live = URI.create("http://127.0.0.1:%d/q/health/live".formatted(settings.port(service.portSetting())));
        return Question.http(live);
    }

    @Override
    public void stop() {
        daemon.stop();
    }

    @Override
    public void kill() {
        daemon.kill();
    }

    private Path program() {
        return layout.run().resolve(service.id());
    }

    private Path built() {
        return layout.home().resolve(service.id()).resolve("target/quarkus-app");
    }
}
