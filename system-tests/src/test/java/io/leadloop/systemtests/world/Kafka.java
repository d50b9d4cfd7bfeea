package io.leadloop.systemtests.world;

import io.leadloop.deploy.Service;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.GroupListing;
import org.apache.kafka.clients.admin.ListGroupsOptions;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;

/** Offsets and groups, as an operator sees them. */
public final class Kafka {
    private static final List<String> SERVICES =
            Arrays.stream(Service.values()).map(Service::id).toList();
    private static final List<String> NOT_BUSINESS = List.of("leadloop.connect.", "leadloop.heartbeats.");
    private static final int QUIET_LOOKS = 15;

    private final String bootstrap;

    public Kafka(String bootstrap) {
        this.bootstrap = bootstrap;
    }

    /** How many records lie on the business topics. */
    public long recordsOnBusinessTopics() {
        return ends().values().stream().mapToLong(Long::longValue).sum();
    }

    /** How many records the five services have acknowledged, all groups together. */
    public long consumed() {
        return groups().stream()
                .flatMap(group -> committed(group).values().stream())
                .mapToLong(Long::longValue)
                .sum();
    }

    /** Waits until nobody lags and nothing new is written for three seconds. */
    public void awaitQuiet(Duration limit) {
        long[] last = {-1, 0};
        Eventually.within(limit.plusSeconds(10), () -> {
            Map<TopicPartition, Long> ends = ends();
            long records = ends.values().stream().mapToLong(Long::longValue).sum();
            long lag = groups().stream()
                    .flatMap(group -> committed(group).entrySet().stream())
                    .mapToLong(entry -> ends.getOrDefault(entry.getKey(), entry.getValue()) - entry.getValue())
                    .sum();
            last[1] = records == last[0] && lag == 0 ? last[1] + 1 : 0;
            last[0] = records;
            if (last[1] < QUIET_LOOKS) {
                throw new AssertionError("Not quiet yet: " + records + " records, lag " + lag);
            }
        });
    }

    /** Sets the groups of a stopped service back to the start of every topic that it reads. */
    public void rewind(String service) {
        groups().stream().filter(group -> group.startsWith(service + ".")).forEach(this::rewindGroup);
    }

    private void rewindGroup(String group) {
        Map<TopicPartition, OffsetAndMetadata> starts = committed(group).keySet().stream()
                .collect(Collectors.toMap(Function.identity(), partition -> new OffsetAndMetadata(0)));
        Eventually.within(Duration.ofSeconds(20), () -> {
            try (Admin admin = admin()) {
                get(admin.alterConsumerGroupOffsets(group, starts).all());
            }
        });
    }

    /** One for each channel of each service, called {@code <service>.<channel>}. */
    private List<String> groups() {
        try (Admin admin = admin()) {
            return get(admin.listGroups(ListGroupsOptions.forConsumerGroups()).all()).stream()
                    .map(GroupListing::groupId)
                    .filter(group -> SERVICES.stream().anyMatch(service -> group.startsWith(service + ".")))
                    .toList();
        }
    }

    private Map<TopicPartition, Long> committed(String group) {
        try (Admin admin = admin()) {
            Map<TopicPartition, Long> committed = new HashMap<>();
            get(admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata())
                    .forEach((partition, offset) -> committed.put(partition, offset == null ? 0 : offset.offset()));
            return committed;
        }
    }

    private Map<TopicPartition, Long> ends() {
        try (Admin admin = admin()) {
            List<String> topics = get(admin.listTopics().names()).stream()
                    .filter(topic -> topic.startsWith("leadloop."))
                    .filter(topic -> NOT_BUSINESS.stream().noneMatch(topic::startsWith))
                    .toList();
            Map<TopicPartition, OffsetSpec> wanted = new HashMap<>();
            get(admin.describeTopics(topics).allTopicNames())
                    .forEach((topic, description) -> description
                            .partitions()
                            .forEach(partition ->
                                    wanted.put(new TopicPartition(topic, partition.partition()), OffsetSpec.latest())));
            Map<TopicPartition, Long> ends = new HashMap<>();
            get(admin.listOffsets(wanted).all()).forEach((partition, end) -> ends.put(partition, end.offset()));
            return ends;
        }
    }

    private Admin admin() {
        return Admin.create(Map.<String, Object>of("bootstrap.servers", bootstrap));
    }

    private static <T> T get(KafkaFuture<T> future) {
        try {
            return future.get();
        } catch (ExecutionException failed) {
            throw new AssertionError(failed.getCause());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }
}
