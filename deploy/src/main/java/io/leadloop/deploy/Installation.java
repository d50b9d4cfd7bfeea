package io.leadloop.deploy;

import io.leadloop.deploy.connect.ConnectRest;
import io.leadloop.deploy.connect.ConnectWorker;
import io.leadloop.deploy.kafka.KafkaBroker;
import io.leadloop.deploy.postgres.Databases;
import io.leadloop.deploy.postgres.PostgresServer;
import io.leadloop.deploy.process.ClassArchives;
import io.leadloop.deploy.process.Daemon;
import io.leadloop.deploy.process.Folders;
import io.leadloop.deploy.process.Jvm;
import io.leadloop.deploy.process.Ports;
import io.leadloop.deploy.service.ServiceEnvironment;
import io.leadloop.deploy.service.ServiceProcess;
import io.leadloop.deploy.settings.Layout;
import io.leadloop.deploy.settings.Secrets;
import io.leadloop.deploy.settings.Settings;
import io.leadloop.deploy.supervise.Restarts;
import io.leadloop.deploy.supervise.Supervised;
import io.leadloop.deploy.supervise.SupervisedConnector;
import io.leadloop.deploy.supervise.SupervisedPart;
import io.leadloop.deploy.supervise.Supervisor;
import io.leadloop.deploy.supervise.Wanted;
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
import java.util.Optional;
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
    private static final Duration LOCK_PATIENCE = Duration.ofSeconds(30);

    private final Layout layout;
    private final Settings settings;
    private final Secrets secrets;
    private final PostgresServer postgres;
    private final Jvm jvm;
    private final KafkaBroker kafka;
    private final ConnectWorker connect;
    private final List<ServiceProcess> services;
    private final Daemon supervisor;
    private final Wanted wanted;
    private final Restarts restarts;

    private Installation(Layout layout, Settings settings, ClassArchives archives) {
        this.layout = layout;
        this.settings = settings;
        this.secrets = new Secrets(layout.secrets());
        this.postgres = new PostgresServer(layout, settings, secrets);
        this.jvm = new Jvm(layout, archives);
        this.kafka = new KafkaBroker(layout, settings, jvm);
        this.connect = new ConnectWorker(layout, settings, jvm);
        this.services = Arrays.stream(Service.values())
                .map(service -> new ServiceProcess(service, layout, settings, jvm, () -> environment(service)))
                .toList();
        this.supervisor = new Daemon("supervisor", layout);
        this.wanted = new Wanted(layout);
        this.restarts = new Restarts(layout);
    }

    /**
     * The installation in a directory, running or not.
     *
     * @param directory where it keeps its data; made when something starts
     */
    public static Installation at(Path directory, Settings settings) {
        Layout layout = Layout.of(directory);
        return new Installation(layout, settings, ClassArchives.of(layout));
    }

    /** One whose programs write class archives at their end. */
    static Installation inTraining(Path directory, Settings settings) {
        Layout layout = Layout.of(directory);
        return new Installation(layout, settings, ClassArchives.inTraining(layout));
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
            refreshPrograms(wanted);
            this.wanted.add(namesOf(wanted));
            new Startup(postgres, kafka, connect, wanted, settings, progress).run();
        });
    }

    /** Stops everything, services first so that they end in order. The data stays. */
    public void down() {
        down(Progress.SILENT);
    }

    public void down(Progress progress) {
        supervisor.stop();
        alone(() -> {
            wanted.clear();
            restarts.clear();
            stop(services, progress);
            stop(List.of(connect), progress);
            stop(List.of(kafka, postgres), progress);
        });
    }

    /** From now on a process of its own starts again what ends or makes no progress, until {@link #down()}. */
    public void supervise() {
        alone(() -> {
            if (supervisor.running().isEmpty()) {
                refreshPrograms(List.of());
                supervisor.start(
                        jvm.launcher(
                                "io.leadloop.deploy.cli.Leadloop",
                                "supervise",
                                "--dir",
                                layout.root().toString()),
                        Map.of());
            }
        });
    }

    /** The supervisor's process. */
    public Optional<ProcessHandle> supervisor() {
        return supervisor.running();
    }

    /** The supervisor's work, for the program that is its process. */
    public Supervisor supervisor(Progress diary) {
        List<Supervised> all = new ArrayList<>();
        all.add(new SupervisedPart(postgres, Set.of()));
        all.add(new SupervisedPart(kafka, Set.of()));
        all.add(new SupervisedPart(connect, Set.of(kafka.name())));
        services.forEach(process -> all.add(new SupervisedPart(process, Set.of(postgres.name(), kafka.name()))));
        services.forEach(process -> all.add(new SupervisedConnector(
                process.service(), connect.rest(), databases(), connect.outboxConnector(process.service()))));
        return new Supervisor(
                all,
                wanted::parts,
                settings.supervisePatience(),
                settings.readyWithin(),
                restarts,
                this::ifFree,
                diary);
    }

    /** What the supervisor has started again since `up`, by part and connector. */
    public Map<String, Restarts.Entry> restarts() {
        return restarts.all();
    }

    /** Stops everything and removes all data, logs and secrets; the user's settings stay. */
    public void reset(Progress progress) {
        down(progress);
        layout.everythingButSettings().forEach(Folders::delete);
    }

    /** Starts one part that was stopped or killed and returns when it is ready. */
    public void start(String part) {
        Part found = part(part);
        alone(() -> {
            wanted.add(List.of(part));
            found.start();
        });
        found.awaitReady();
    }

    /** Stops one part as {@link #down()} does; it stays away until it is started. */
    public void stop(String part) {
        Part found = part(part);
        alone(() -> wanted.remove(part));
        found.stop();
    }

    /** Ends one part with SIGKILL; a supervisor brings it back. */
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
        InstallationLock lock = InstallationLock.take(layout, LOCK_PATIENCE);
        try {
            change.run();
        } finally {
            lock.close();
        }
    }

    private boolean ifFree(Runnable change) {
        Optional<InstallationLock> lock = InstallationLock.tryToTake(layout);
        lock.ifPresent(held -> {
            try {
                change.run();
            } finally {
                held.close();
            }
        });
        return lock.isPresent();
    }

    private List<Part> infrastructure() {
        return List.of(postgres, kafka, connect);
    }

    /** What runs keeps its copy. */
    private void refreshPrograms(List<ServiceProcess> wanted) {
        if (kafka.running().isEmpty()
                && connect.running().isEmpty()
                && supervisor.running().isEmpty()) {
            jvm.copyLibraries();
        }
        wanted.stream().filter(process -> process.running().isEmpty()).forEach(ServiceProcess::copyProgram);
    }

    private List<String> namesOf(List<ServiceProcess> services) {
        Stream<String> their = services.stream()
                .flatMap(process -> Stream.of(process.name(), process.service().connector()));
        return Stream.concat(infrastructure().stream().map(Part::name), their).toList();
    }

    private static void stop(List<? extends Part> parts, Progress progress) {
        parts.parallelStream().filter(part -> part.running().isPresent()).forEach(part -> {
            part.stop();
            progress.say(part.name(), "stopped");
        });
    }
}
