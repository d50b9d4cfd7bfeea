package io.leadloop.systemtests.world;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** The topics as they lie on Kafka, read with nothing but Kafka's own client. */
public final class Topics {
    private final String bootstrap;

    public Topics(String bootstrap) {
        this.bootstrap = bootstrap;
    }

    /** One record, as text. */
    public record Seen(
            String topic, int partition, long offset, String key, String value, Map<String, String> headers) {
        public String type() {
            return headers.get("ce_type");
        }
    }

    /** Everything that lies on the topic now, each partition in its order. */
    public List<Seen> all(String topic) {
        List<Seen> seen = new ArrayList<>();
        each(topic, seen::add);
        return seen;
    }

    /** The same one by one, for topics that are larger than the memory. */
    public void each(String topic, Consumer<Seen> reader) {
        try (KafkaConsumer<byte[], byte[]> consumer = consumer()) {
            List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                    .map(info -> new TopicPartition(topic, info.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            while (partitions.stream().anyMatch(one -> consumer.position(one) < ends.get(one))) {
                consumer.poll(Duration.ofMillis(200)).forEach(record -> reader.accept(seen(record)));
            }
        }
    }

    /** What lies on the topic about one lead, in order. */
    public List<Seen> about(String topic, String leadId) {
        return all(topic).stream().filter(seen -> leadId.equals(seen.key())).toList();
    }

    /** A record that no service of ours would write. */
    public record Raw(byte[] key, byte[] value, Map<String, String> headers) {}

    /** Puts a record on the partition that is its key's. */
    public void write(String topic, byte[] key, byte[] value, Map<String, String> headers) {
        send(topic, null, List.of(new Raw(key, value, headers)));
    }

    /** Puts records on one partition, in order. */
    public void write(String topic, int partition, List<Raw> records) {
        send(topic, partition, records);
    }

    private void send(String topic, Integer partition, List<Raw> records) {
        try (var producer = new KafkaProducer<>(
                Map.<String, Object>of("bootstrap.servers", bootstrap),
                new ByteArraySerializer(),
                new ByteArraySerializer())) {
            List<Future<RecordMetadata>> sent = new ArrayList<>();
            for (Raw raw : records) {
                ProducerRecord<byte[], byte[]> record = new ProducerRecord<>(topic, partition, raw.key(), raw.value());
                raw.headers()
                        .forEach((name, text) -> record.headers().add(name, text.getBytes(StandardCharsets.UTF_8)));
                sent.add(producer.send(record));
            }
            for (Future<RecordMetadata> one : sent) {
                one.get();
            }
        } catch (ExecutionException refused) {
            throw new IllegalStateException(refused);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    private KafkaConsumer<byte[], byte[]> consumer() {
        return new KafkaConsumer<>(
                Map.of("bootstrap.servers", bootstrap, "enable.auto.commit", "false"),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer());
    }

    private static Seen seen(ConsumerRecord<byte[], byte[]> record) {
        Map<String, String> headers = new HashMap<>();
        for (Header header : record.headers()) {
            headers.put(
                    header.key(), header.value() == null ? null : new String(header.value(), StandardCharsets.UTF_8));
        }
        return new Seen(
                record.topic(), record.partition(), record.offset(), text(record.key()), text(record.value()), headers);
    }

    private static String text(byte[] bytes) {
        return bytes == null ? null : new String(bytes, StandardCharsets.UTF_8);
    }
}
