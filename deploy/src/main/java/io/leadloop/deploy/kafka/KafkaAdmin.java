package io.leadloop.deploy.kafka;

import io.leadloop.deploy.LauncherException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.GroupListing;
import org.apache.kafka.clients.admin.ListConsumerGroupOffsetsSpec;
import org.apache.kafka.clients.admin.ListGroupsOptions;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.InvalidConfigurationException;
import org.apache.kafka.common.errors.InvalidPartitionsException;

/** What the launcher asks of a broker. */
public final class KafkaAdmin implements AutoCloseable {
    private final Admin admin;

    public KafkaAdmin(String bootstrap) {
        this.admin = Admin.create(Map.of(
                AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrap,
                AdminClientConfig.RECONNECT_BACKOFF_MS_CONFIG, 100,
                AdminClientConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG, 200,
                AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, 5_000,
                AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, 20_000));
    }

    /**
     * Creates what is missing and corrects settings that differ. Partitions are never changed: it would move keys.
     *
     * @throws LauncherException when Kafka refuses what the plan says, which no waiting mends
     */
    void apply(TopicPlan plan) {
        Set<String> existing = get(admin.listTopics().names());
        List<NewTopic> missing = plan.topics().stream()
                .filter(topic -> !existing.contains(topic.name()))
                .map(topic -> new NewTopic(topic.name(), topic.partitions(), topic.replicas()).configs(topic.config()))
                .toList();
        get(admin.createTopics(missing).all());
        correct(plan.topics().stream()
                .filter(topic -> existing.contains(topic.name()))
                .toList());
    }

    private void correct(List<TopicPlan.Topic> topics) {
        Map<ConfigResource, TopicPlan.Topic> planned =
                topics.stream().collect(Collectors.toMap(KafkaAdmin::resource, Function.identity()));
        Map<ConfigResource, Collection<AlterConfigOp>> changes = new LinkedHashMap<>();
        get(admin.describeConfigs(planned.keySet()).all()).forEach((resource, actual) -> {
            List<AlterConfigOp> differing = planned.get(resource).config().entrySet().stream()
                    .filter(wanted -> !wanted.getValue()
                            .equals(actual.get(wanted.getKey()).value()))
                    .map(wanted -> new AlterConfigOp(
                            new ConfigEntry(wanted.getKey(), wanted.getValue()), AlterConfigOp.OpType.SET))
                    .toList();
            if (!differing.isEmpty()) {
                changes.put(resource, differing);
            }
        });
        get(admin.incrementalAlterConfigs(changes).all());
    }

    /** By consumer group and topic: how many records are not yet confirmed. */
    public Map<String, Map<String, Long>> lag() {
        List<String> groups = get(
                        admin.listGroups(ListGroupsOptions.forConsumerGroups()).all())
                .stream()
                .map(GroupListing::groupId)
                .sorted()
                .toList();
        var specs = groups.stream()
                .collect(Collectors.toMap(Function.identity(), group -> new ListConsumerGroupOffsetsSpec()));
        var confirmed = get(admin.listConsumerGroupOffsets(specs).all());
        Map<TopicPartition, OffsetSpec> asked = confirmed.values().stream()
                .flatMap(offsets -> offsets.keySet().stream())
                .distinct()
                .collect(Collectors.toMap(Function.identity(), partition -> OffsetSpec.latest()));
        var ends = get(admin.listOffsets(asked).all());
        Map<String, Map<String, Long>> lag = new TreeMap<>();
        confirmed.forEach((group, offsets) -> offsets.forEach((partition, offset) -> {
            long behind = offset == null ? 0 : ends.get(partition).offset() - offset.offset();
            Long sum = lag.computeIfAbsent(group, g -> new TreeMap<>()).merge(partition.topic(), behind, Long::sum);
            assert sum >= 0;
        }));
        return lag;
    }

    private static ConfigResource resource(TopicPlan.Topic topic) {
        return new ConfigResource(ConfigResource.Type.TOPIC, topic.name());
    }

    private static <T> T get(KafkaFuture<T> answer) {
        try {
            return answer.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof InvalidConfigurationException
                    || e.getCause() instanceof InvalidPartitionsException) {
                throw new LauncherException(
                        "Kafka refuses a setting of topics.yaml: "
                                + e.getCause().getMessage(),
                        e);
            }
            throw new IllegalStateException("Kafka: " + e.getCause().getMessage(), e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LauncherException("Interrupted while Kafka was asked.", e);
        }
    }

    @Override
    public void close() {
        admin.close();
    }
}
