package io.leadloop.deploy.kafka;

import io.leadloop.deploy.Part;
import io.leadloop.deploy.Seen;
import io.leadloop.deploy.process.Command;
import io.leadloop.deploy.process.Daemon;
import io.leadloop.deploy.process.Jvm;
import io.leadloop.deploy.process.Question;
import io.leadloop.deploy.process.Wait;
import io.leadloop.deploy.settings.Layout;
import io.leadloop.deploy.settings.Setting;
import io.leadloop.deploy.settings.Settings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.common.Uuid;

/** One broker that is its own controller. */
public final class KafkaBroker implements Part {
    public static final String NAME = "kafka";

    private final Layout layout;
    private final Settings settings;
    private final Jvm jvm;
    private final Daemon daemon;

    public KafkaBroker(Layout layout, Settings settings, Jvm jvm) {
        this.layout = layout;
        this.settings = settings;
        this.jvm = jvm;
        this.daemon = new Daemon(NAME, layout);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public List<Setting> ports() {
        return List.of(Setting.KAFKA_PORT, Setting.KAFKA_CONTROLLER_PORT);
    }

    @Override
    public Optional<ProcessHandle> running() {
        return daemon.running();
    }

    public String bootstrap() {
        return settings.kafkaAddress();
    }

    @Override
    public void start() {
        if (running().isPresent()) {
            return;
        }
        Path configuration = configuration();
        formatOnce(configuration);
        daemon.start(
                jvm.infrastructure(NAME, settings.words(Setting.KAFKA_JVM), "kafka.Kafka", configuration.toString()),
                Map.of());
    }

    /** Each try by a client of its own: one whose first connection was swallowed may go on waiting on it for minutes. */
    @Override
    public void awaitReady() {
        TopicPlan plan = plan();
        Wait.until(settings.readyWithin(), "Kafka is not ready, see " + layout.log(NAME), () -> {
            daemon.requireAlive();
            apply(plan);
            return true;
        });
    }

    /** The topics. */
    @Override
    public void furnish() {
        apply(plan());
    }

    private static TopicPlan plan() {
        return TopicPlan.load(System.getenv());
    }

    private void apply(TopicPlan plan) {
        try (KafkaAdmin admin = new KafkaAdmin(bootstrap())) {
            admin.apply(plan);
        }
    }

    @Override
    public Seen ask() {
        return Question.kafka(settings.port(Setting.KAFKA_PORT));
    }

    @Override
    public void stop() {
        daemon.stop();
    }

    @Override
    public void kill() {
        daemon.kill();
    }

    private void formatOnce(Path configuration) {
        if (Files.exists(layout.kafka().resolve("data/meta.properties"))) {
            return;
        }
        Command.run(
                jvm.tool(
                        NAME,
                        List.of("-XX:TieredStopAtLevel=1"),
                        "kafka.tools.StorageTool",
                        "format",
                        "--ignore-formatted",
                        "--cluster-id",
                        Uuid.randomUuid().toString(),
                        "--config",
                        configuration.toString()),
                layout.logs().resolve("kafka-format.log"),
                Duration.ofSeconds(90));
    }

    private Path configuration() {
        String properties = """
                # Written at every start.
                process.roles=broker,controller
                node.id=1
                controller.quorum.voters=1@127.0.0.1:%2$d
                controller.listener.names=CONTROLLER
                listeners=CLIENTS://127.0.0.1:%1$d,CONTROLLER://127.0.0.1:%2$d
                advertised.listeners=CLIENTS://%4$s
                listener.security.protocol.map=CLIENTS:PLAINTEXT,CONTROLLER:PLAINTEXT
                inter.broker.listener.name=CLIENTS
                log.dirs=%3$s
                auto.create.topics.enable=false
                default.replication.factor=1
                min.insync.replicas=1
                offsets.topic.replication.factor=1
                offsets.topic.num.partitions=12
                transaction.state.log.replication.factor=1
                transaction.state.log.min.isr=1
                transaction.state.log.num.partitions=3
                share.coordinator.state.topic.replication.factor=1
                share.coordinator.state.topic.min.isr=1
                # Consumers of one machine join at once; who waits only delays the first lead.
                group.initial.rebalance.delay.ms=0
                # A small heap has no room for the default buffer of 128 MB.
                log.cleaner.dedupe.buffer.size=16777216
                """.formatted(
                        settings.port(Setting.KAFKA_PORT),
                        settings.port(Setting.KAFKA_CONTROLLER_PORT),
                        layout.kafka().resolve("data"),
                        settings.kafkaAddress());
        try {
            Path file = Files.createDirectories(layout.kafka()).resolve("server.properties");
            return Files.writeString(file, properties);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
