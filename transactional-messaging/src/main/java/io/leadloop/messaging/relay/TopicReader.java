package io.leadloop.messaging.relay;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * Reads event ids from topics, in bulk and without a group: large fetches, nothing but one header looked at. Used by one
 * thread only, except for {@link #wakeup()}.
 */
final class TopicReader implements AutoCloseable {
    private static final Duration POLL = Duration.ofMillis(500);
    private static final Duration NO_PROGRESS = Duration.ofSeconds(20);

    private final KafkaConsumer<byte[], byte[]> consumer;
    private final Admin admin;
    private final Map<String, String> topicIds = new HashMap<>();

    TopicReader(String bootstrap) {
        consumer = new KafkaConsumer<>(
                Map.ofEntries(
                        Map.entry("bootstrap.servers", bootstrap),
                        Map.entry("enable.auto.commit", "false"),
                        Map.entry("auto.offset.reset", "earliest"),
                        Map.entry("allow.auto.create.topics", "false"),
                        Map.entry("fetch.min.bytes", "262144"),
                        Map.entry("fetch.max.wait.ms", "50"),
                        Map.entry("fetch.max.bytes", "4194304"),
                        Map.entry("max.partition.fetch.bytes", "262144"),
                        Map.entry("max.poll.records", "5000"),
                        Map.entry("request.timeout.ms", "10000"),
                        Map.entry("default.api.timeout.ms", "10000"),
                        Map.entry("reconnect.backoff.max.ms", "5000")),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer());
        admin = Admin.create(Map.of(
                "bootstrap.servers", bootstrap,
                "request.timeout.ms", "10000",
                "default.api.timeout.ms", "10000",
                "reconnect.backoff.max.ms", "5000"));
    }

    /** The topics are not those any more whose records were seen: made anew, or cut off behind what was read. */
    static final class Wiped extends Exception {
        private static final long serialVersionUID = 1L;
    }

    /**
     * Reads these topics from now on, one that was not read before from {@code positions} or, if it is not among them, from
     * its start. A topic that does not exist is left out.
     *
     * @return whether all of them exist
     */
    boolean follow(Collection<String> topics, Positions positions) throws Wiped {
        Set<String> wanted = new HashSet<>(topics);
        wanted.addAll(topicIds.keySet());
        wanted.addAll(positions.byTopic().keySet());
        Map<TopicPartition, Long> fresh = new HashMap<>();
        for (TopicDescription topic : describe(wanted)) {
            String id = topic.topicId().toString();
            Positions.OfTopic stored = positions.byTopic().get(topic.name());
            String known = topicIds.getOrDefault(topic.name(), stored == null ? id : stored.id());
            if (!known.equals(id)) {
                throw new Wiped();
            }
            if (topicIds.put(topic.name(), id) == null) {
                topic.partitions()
                        .forEach(partition -> fresh.put(
                                new TopicPartition(topic.name(), partition.partition()),
                                stored == null ? 0L : stored.offsets().getOrDefault(partition.partition(), 0L)));
            }
        }
        if (!fresh.isEmpty()) {
            List<TopicPartition> all = new ArrayList<>(consumer.assignment());
            all.addAll(fresh.keySet());
            consumer.assign(all);
            fresh.forEach((partition, offset) -> {
                if (offset > 0) {
                    consumer.seek(partition, offset);
                } else {
                    consumer.seekToBeginning(List.of(partition));
                }
            });
        }
        return topicIds.keySet().containsAll(wanted);
    }

    /** Where the topics end now. */
    Map<TopicPartition, Long> ends() throws Wiped {
        Map<TopicPartition, Long> ends = consumer.endOffsets(consumer.assignment());
        for (Map.Entry<TopicPartition, Long> end : ends.entrySet()) {
            if (consumer.position(end.getKey()) > end.getValue()) {
                throw new Wiped();
            }
        }
        return ends;
    }

    /** Reads on to {@code ends}. */
    void readTo(Map<TopicPartition, Long> ends, Consumer<UUID> seen) {
        long progress = System.nanoTime();
        while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
            var records = consumer.poll(POLL);
            for (ConsumerRecord<byte[], byte[]> record : records) {
                eventId(record, seen);
            }
            if (!records.isEmpty()) {
                progress = System.nanoTime();
            } else if (System.nanoTime() - progress > NO_PROGRESS.toNanos()) {
                throw new KafkaException("No records came for " + NO_PROGRESS.toSeconds() + " s");
            }
        }
    }

    Positions positions(Map<TopicPartition, Long> ends) {
        Map<String, Positions.OfTopic> byTopic = new TreeMap<>();
        ends.forEach((partition, end) -> byTopic.computeIfAbsent(
                        partition.topic(), topic -> new Positions.OfTopic(topicIds.get(topic), new TreeMap<>()))
                .offsets()
                .put(partition.partition(), end));
        return new Positions(byTopic);
    }

    /** Ends what the reading thread waits for. */
    void wakeup() {
        consumer.wakeup();
    }

    @Override
    public void close() {
        consumer.close(org.apache.kafka.clients.consumer.CloseOptions.timeout(Duration.ofSeconds(1)));
        admin.close(Duration.ofSeconds(1));
    }

    private List<TopicDescription> describe(Set<String> topics) throws Wiped {
        List<TopicDescription> found = new ArrayList<>();
        for (Map.Entry<String, KafkaFuture<TopicDescription>> one :
                admin.describeTopics(topics).topicNameValues().entrySet()) {
            try {
                found.add(one.getValue().get());
            } catch (ExecutionException failed) {
                if (!(failed.getCause() instanceof UnknownTopicOrPartitionException)) {
                    throw new KafkaException(failed.getCause());
                }
                if (topicIds.containsKey(one.getKey())) {
                    throw new Wiped();
                }
            } catch (InterruptedException stopped) {
                throw new InterruptException(stopped);
            }
        }
        return found;
    }

    private static void eventId(ConsumerRecord<byte[], byte[]> record, Consumer<UUID> seen) {
        Header header = record.headers().lastHeader("ce_id");
        if (header == null || header.value() == null || header.value().length != 36) {
            return;
        }
        try {
            seen.accept(UUID.fromString(new String(header.value(), StandardCharsets.US_ASCII)));
        } catch (IllegalArgumentException notOfOurs) {
            return;
        }
    }
}
