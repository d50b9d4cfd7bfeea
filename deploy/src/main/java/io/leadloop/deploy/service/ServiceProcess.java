package io.leadloop.deploy.service;

import io.leadloop.deploy.LauncherException;
import io.leadloop.deploy.Part;
import io.leadloop.deploy.Service;
import io.leadloop.deploy.process.Daemon;
import io.leadloop.deploy.process.Folders;
import io.leadloop.deploy.process.Http;
import io.leadloop.deploy.process.Jvm;
import io.leadloop.deploy.process.Wait;
import io.leadloop.deploy.settings.Layout;
import io.leadloop.deploy.settings.Setting;
import io.leadloop.deploy.settings.Settings;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** One service as a process. */
public final class ServiceProcess implements Part {
    private final Service service;
    private final Layout layout;
    private final Settings settings;
    private final Supplier<Map<String, String>> environment;
    private final Daemon daemon;

    public ServiceProcess(
            Service service, Layout layout, Settings settings, Supplier<Map<String, String>> environment) {
        this.service = service;
        this.layout = layout;
        this.settings = settings;
        this.environment = environment;
        this.daemon = new Daemon(service.id(), layout);
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
        if (!Files.exists(built().resolve("quarkus-run.jar"))) {
            throw new LauncherException(
                    "%s is not built: %s is missing. Run ./mvnw -DskipTests package.".formatted(service.id(), built()));
        }
    }

    @Override
    public void start() {
        if (running().isPresent()) {
            return;
        }
        requireBuilt();
        Path program = layout.run().resolve(service.id());
        Folders.mirror(built(), program);
        List<String> command = new ArrayList<>();
        command.add(Jvm.java());
        command.addAll(Jvm.quiet());
        command.addAll(settings.words(Setting.SERVICE_JVM));
        command.addAll(List.of("-jar", program.resolve("quarkus-run.jar").toString()));
        daemon.start(command, environment.get());
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

    @Override
    public void stop() {
        daemon.stop();
    }

    @Override
    public void kill() {
        daemon.kill();
    }

    private Path built() {
        return layout.home().resolve(service.id()).resolve("target/quarkus-app");
    }
}
