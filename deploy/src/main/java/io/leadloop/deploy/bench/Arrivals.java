package io.leadloop.deploy.bench;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Listens to one topic from now on, as a subscribed CRM would, and notes when the events of one type arrive. */
final class Arrivals implements AutoCloseable {
    private final KafkaConsumer<byte[], byte[]> consumer;
    private final Thread thread;
    private final String type;
    private final Map<UUID, Long> firstAt = new ConcurrentHashMap<>();
    private final Queue<Duration> hops = new ConcurrentLinkedQueue<>();
    private final Queue<Arrived> arrived = new ConcurrentLinkedQueue<>();
    private final boolean keepValues;
    private volatile boolean ended;

    /**
     * @param writtenAt by the database's clock, when its row was
     * @param seenAt by the clock of this machine, which is the same
     */
    record Arrived(String value, Instant writtenAt, Instant seenAt) {}

    private Arrivals(String bootstrap, String topic, String type, boolean keepValues) {
        this.type = type;
        this.keepValues = keepValues;
        consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", bootstrap, "enable.auto.commit", "false", "fetch.max.wait.ms", "100"),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer());
        List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                .map(info -> new TopicPartition(topic, info.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToEnd(partitions);
        partitions.forEach(consumer::position);
        thread = Thread.ofPlatform().name("arrivals " + topic).start(this::listen);
    }

    static Arrivals of(String bootstrap, String topic, String type) {
        return new Arrivals(bootstrap, topic, type, false);
    }

    /** Keeps what the events say, too. */
    static Arrivals withValues(String bootstrap, String topic, String type) {
        return new Arrivals(bootstrap, topic, type, true);
    }

    private void listen() {
        while (!ended) {
            var records = consumer.poll(Duration.ofMillis(200));
            long now = System.nanoTime();
            Instant wallClock = Instant.now();
            records.forEach(record -> note(record, now, wallClock));
        }
        consumer.close();
    }

    private void note(ConsumerRecord<byte[], byte[]> record, long now, Instant wallClock) {
        if (!type.equals(header(record, "ce_type"))) {
            return;
        }
        UUID leadId = UUID.fromString(new String(record.key(), StandardCharsets.US_ASCII));
        if (firstAt.putIfAbsent(leadId, now) == null) {
            Instant writtenAt = OffsetDateTime.parse(header(record, "ce_time")).toInstant();
            hops.add(Duration.between(writtenAt, wallClock));
            if (keepValues) {
                arrived.add(new Arrived(new String(record.value(), StandardCharsets.UTF_8), writtenAt, wallClock));
            }
        }
    }

    private static String header(ConsumerRecord<byte[], byte[]> record, String name) {
        Header header = record.headers().lastHeader(name);
        return header == null || header.value() == null ? "" : new String(header.value(), StandardCharsets.UTF_8);
    }

    /** By lead: when its first event arrived, by {@link System#nanoTime()}. */
    Map<UUID, Long> firstAt() {
        return firstAt;
    }

    /** From the row in the outbox ({@code ce_time}) to its arrival here. Both clocks are this machine's. */
    Latencies hops() {
        return Latencies.of(List.copyOf(hops));
    }

    List<String> values() {
        return arrived.stream().map(Arrived::value).toList();
    }

    List<Arrived> arrived() {
        return List.copyOf(arrived);
    }

    /** From the time that each post was due to the arrival of its lead's event; waits for the last one. */
    Latencies since(Posted posted, Duration patience) {
        long end = System.nanoTime() + patience.toNanos();
        while (!firstAt.keySet().containsAll(posted.dueAt().keySet())) {
            if (System.nanoTime() > end) {
                long missing = posted.dueAt().keySet().stream()
                        .filter(lead -> !firstAt.containsKey(lead))
                        .count();
                throw new BrokenRun("of %d acknowledged leads %d have no %s after %s"
                        .formatted(posted.acknowledged(), missing, type, patience));
            }
            BenchSystem.sleep(Duration.ofMillis(20));
        }
        return Latencies.ofNanos(posted.dueAt().entrySet().stream()
                .mapToLong(post -> firstAt.get(post.getKey()) - post.getValue())
                .toArray());
    }

    @Override
    public void close() {
        ended = true;
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
