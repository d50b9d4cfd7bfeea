package io.leadloop.deploy.connect;

import io.leadloop.deploy.Part;
import io.leadloop.deploy.Seen;
import io.leadloop.deploy.Service;
import io.leadloop.deploy.process.Daemon;
import io.leadloop.deploy.process.Jvm;
import io.leadloop.deploy.process.Question;
import io.leadloop.deploy.process.Wait;
import io.leadloop.deploy.settings.Layout;
import io.leadloop.deploy.settings.Setting;
import io.leadloop.deploy.settings.Settings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One worker in distributed mode: connectors and their positions are kept on Kafka, so that it may be killed at any time.
 */
public final class ConnectWorker implements Part {
    public static final String NAME = "connect";

    private final Layout layout;
    private final Settings settings;
    private final Jvm jvm;
    private final Daemon daemon;

    public ConnectWorker(Layout layout, Settings settings, Jvm jvm) {
        this.layout = layout;
        this.settings = settings;
        this.jvm = jvm;
        this.daemon = new Daemon(NAME, layout, settings.niceness());
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public List<Setting> ports() {
        return List.of(Setting.CONNECT_PORT);
    }

    @Override
    public Optional<ProcessHandle> running() {
        return daemon.running();
    }

    public ConnectRest rest() {
        return new ConnectRest(URI.create("http://127.0.0.1:" + settings.port(Setting.CONNECT_PORT)));
    }

    /** The configuration of the service's connector here. */
    public Map<String, String> outboxConnector(Service service) {
        return OutboxConnector.config(service, settings.postgresAddress(), passwordReference(service.database()));
    }

    /** How a connector's configuration names a password that lies in the secrets. */
    private String passwordReference(String secret) {
        return "${secrets:%s:%s}".formatted(layout.secrets(), secret);
    }

    @Override
    public void start() {
        if (running().isPresent()) {
            return;
        }
        daemon.start(
                jvm.infrastructure(
                        NAME,
                        settings.words(Setting.CONNECT_JVM),
                        "org.apache.kafka.connect.cli.ConnectDistributed",
                        configuration().toString()),
                Map.of());
    }

    @Override
    public void awaitReady() {
        Wait.until(settings.readyWithin(), "Kafka Connect is not ready, see " + layout.log(NAME), () -> {
            daemon.requireAlive();
            return rest().answers();
        });
    }

    @Override
    public Seen ask() {
        return Question.http(rest().address().resolve("/health"));
    }

    @Override
    public void stop() {
        daemon.stop();
    }

    @Override
    public void kill() {
        daemon.kill();
    }

    private Path configuration() {
        String properties =
                """
                # Written at every start.
                bootstrap.servers=%s
                group.id=leadloop-connect
                listeners=http://127.0.0.1:%d
                plugin.discovery=service_load
                config.storage.topic=leadloop.connect.configs
                config.storage.replication.factor=1
                offset.storage.topic=leadloop.connect.offsets
                offset.storage.replication.factor=1
                offset.storage.partitions=3
                status.storage.topic=leadloop.connect.status
                status.storage.replication.factor=1
                status.storage.partitions=1
                key.converter=org.apache.kafka.connect.storage.StringConverter
                value.converter=org.apache.kafka.connect.storage.StringConverter
                # Passwords stay in files: Connect keeps and shows only the reference.
                config.providers=secrets
                config.providers.secrets.class=org.apache.kafka.common.config.provider.DirectoryConfigProvider
                config.providers.secrets.param.allowed.paths=%s
                # A slot confirms only what has been committed here; services wait for it before they drop outbox rows.
                offset.flush.interval.ms=5000
                # There is one worker: nobody else could take its tasks over while it is away.
                scheduled.rebalance.max.delay.ms=0
                session.timeout.ms=6000
                heartbeat.interval.ms=2000
                # A connection that has gone silent is given up after ten seconds, not after thirty.
                request.timeout.ms=10000
                producer.request.timeout.ms=10000
                consumer.request.timeout.ms=10000
                admin.request.timeout.ms=10000
                task.shutdown.graceful.timeout.ms=20000
                connector.client.config.override.policy=All
                """.formatted(settings.kafkaAddress(), settings.port(Setting.CONNECT_PORT), layout.secrets());
        try {
            Path file = Files.createDirectories(layout.run()).resolve("connect.properties");
            return Files.writeString(file, properties);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
