package io.leadloop.deploy;

import io.leadloop.deploy.connect.ConnectRest;
import io.leadloop.deploy.connect.ConnectWorker;
import io.leadloop.deploy.kafka.KafkaBroker;
import io.leadloop.deploy.postgres.Databases;
import io.leadloop.deploy.postgres.PostgresServer;
import io.leadloop.deploy.process.Folders;
import io.leadloop.deploy.process.Jvm;
import io.leadloop.deploy.process.Ports;
import io.leadloop.deploy.service.ServiceEnvironment;
import io.leadloop.deploy.service.ServiceProcess;
import io.leadloop.deploy.settings.Layout;
import io.leadloop.deploy.settings.Secrets;
import io.leadloop.deploy.settings.Settings;
import io.leadloop.deploy.token.Role;
import io.leadloop.deploy.token.TokenKey;
import io.leadloop.deploy.token.Tokens;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The complete system in one directory. What the commands do, callable: tests run one of their own beside others, with
 * {@link Settings#withFreePorts()}.
 *
 * <p>Every method throws {@link LauncherException} with a sentence for the user. Everything that is started outlives the
 * program that started it, until {@link #down()}.
 */
public final class Installation {
    private final Layout layout;
    private final Settings settings;
    private final Secrets secrets;
    private final PostgresServer postgres;
    private final KafkaBroker kafka;
    private final ConnectWorker connect;
    private final List<ServiceProcess> services;

    private Installation(Layout layout, Settings settings) {
        this.layout = layout;
        this.settings = settings;
        this.secrets = new Secrets(layout.secrets());
        this.postgres = new PostgresServer(layout, settings, secrets);
        this.kafka = new KafkaBroker(layout, settings);
        this.connect = new ConnectWorker(layout, settings);
        this.services = Arrays.stream(Service.values())
                .map(service -> new ServiceProcess(service, layout, settings, () -> environment(service)))
                .toList();
    }

    /**
     * The installation in a directory, running or not.
     *
     * @param directory where it keeps its data; made when something starts
     */
    public static Installation at(Path directory, Settings settings) {
        return new Installation(Layout.of(directory), settings);
    }

    public Settings settings() {
        return settings;
    }

    public Layout layout() {
        return layout;
    }

    /** Starts what does not run and returns when every service and every connector is ready. */
    public void up() {
        up(Progress.SILENT);
    }

    public void up(Progress progress) {
        up(EnumSet.allOf(Service.class), progress);
    }

    /** The infrastructure and some of the services, for those who run the others from an IDE. */
    public void up(Set<Service> only, Progress progress) {
        alone(() -> {
            List<ServiceProcess> wanted = services.stream()
                    .filter(process -> only.contains(process.service()))
                    .toList();
            wanted.forEach(ServiceProcess::requireBuilt);
            Ports.requireFree(
                    Stream.concat(infrastructure().stream(), wanted.stream())
                            .filter(part -> part.running().isEmpty())
                            .flatMap(part -> part.ports().stream())
                            .toList(),
                    settings);
            settings.save(layout.settingsInForce());
            refreshLibraries();
            new Startup(postgres, kafka, connect, wanted, settings, progress).run();
        });
    }

    /** Stops everything, services first so that they end in order. The data stays. */
    public void down() {
        down(Progress.SILENT);
    }

    public void down(Progress progress) {
        alone(() -> {
            stop(services, progress);
            stop(List.of(connect), progress);
            stop(List.of(kafka, postgres), progress);
        });
    }

    /** Stops everything and removes all data, logs and secrets; the user's settings stay. */
    public void reset(Progress progress) {
        down(progress);
        layout.everythingButSettings().forEach(Folders::delete);
    }

    /** Starts one part that was stopped or killed and returns when it is ready. */
    public void start(String part) {
        Part found = part(part);
        found.start();
        found.awaitReady();
    }

    /** Stops one part as {@link #down()} does. */
    public void stop(String part) {
        part(part).stop();
    }

    /** Ends one part with SIGKILL. */
    public void kill(String part) {
        part(part).kill();
    }

    /** Every part, in the order of a start. */
    public List<Part> parts() {
        List<Part> parts = new ArrayList<>(infrastructure());
        parts.addAll(services);
        return parts;
    }

    /** By name: {@code postgres}, {@code kafka}, {@code connect} or a service. */
    public Part part(String name) {
        return parts().stream()
                .filter(part -> part.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new LauncherException("There is no part '" + name + "'. There are "
                        + String.join(", ", parts().stream().map(Part::name).toList()) + "."));
    }

    public URI address(Service service) {
        return URI.create("http://localhost:" + settings.port(service.portSetting()));
    }

    public String kafkaBootstrap() {
        return kafka.bootstrap();
    }

    /** User and password are {@link Service#database()} and {@link #databasePassword}. */
    public String jdbcUrl(Service service) {
        return postgres.databases().jdbcUrl(service.database());
    }

    public String databasePassword(Service service) {
        return postgres.databases().password(service);
    }

    public Databases databases() {
        return postgres.databases();
    }

    public ConnectRest connectors() {
        return connect.rest();
    }

    /** A bearer token, valid for twelve hours. */
    public String token(Role role, Map<String, String> claims) {
        return token(role, claims, Duration.ofHours(12));
    }

    /**
     * A bearer token.
     *
     * @param claims for example {@code repId} and {@code teamId}
     */
    public String token(Role role, Map<String, String> claims, Duration validFor) {
        return new Tokens(TokenKey.keptIn(secrets)).sign(role, claims, Instant.now(), validFor);
    }

    /** What a service is started with, for those who start one from an IDE. */
    public Map<String, String> environment(Service service) {
        return ServiceEnvironment.of(
                service,
                settings,
                databasePassword(service),
                kafkaBootstrap(),
                TokenKey.keptIn(secrets).publicKeyBase64());
    }

    private void alone(Runnable change) {
        InstallationLock lock = InstallationLock.take(layout);
        try {
            change.run();
        } finally {
            lock.close();
        }
    }

    private List<Part> infrastructure() {
        return List.of(postgres, kafka, connect);
    }

    private void refreshLibraries() {
        if (kafka.running().isEmpty() && connect.running().isEmpty()) {
            new Jvm(layout).copyLibraries();
        }
    }

    private static void stop(List<? extends Part> parts, Progress progress) {
        parts.parallelStream().filter(part -> part.running().isPresent()).forEach(part -> {
            part.stop();
            progress.say(part.name(), "stopped");
        });
    }
}
