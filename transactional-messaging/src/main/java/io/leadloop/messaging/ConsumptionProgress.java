package io.leadloop.messaging;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.jboss.logging.Logger;

/** Counts what arrives and what is done, and when consumption last moved. */
@ApplicationScoped
class ConsumptionProgress {
    private static final Logger LOG = Logger.getLogger(ConsumptionProgress.class);

    private final MeterRegistry metrics;
    private final AtomicInteger inFlight = new AtomicInteger();
    private final AtomicLong lastMove = new AtomicLong(System.nanoTime());

    ConsumptionProgress(MeterRegistry metrics) {
        this.metrics = metrics;
    }

    void received(ConsumerRecords<byte[], byte[]> records) {
        inFlight.incrementAndGet();
        attempting();
        count(records, "received");
    }

    void attempting() {
        lastMove.set(System.nanoTime());
    }

    void done(ConsumerRecords<byte[], byte[]> records) {
        inFlight.decrementAndGet();
        attempting();
        count(records, "done");
    }

    void unknownType(Decoded.Unknown unknown) {
        LOG.infof("Skipped an event of the unknown type %.80s", unknown.type());
        metrics.counter("leadloop.events.unknown_type").increment();
    }

    void deadLettered(String topic) {
        metrics.counter("leadloop.events.dead_lettered", "topic", topic).increment();
    }

    int batchesInFlight() {
        return inFlight.get();
    }

    Duration sinceLastMove() {
        return Duration.ofNanos(System.nanoTime() - lastMove.get());
    }

    private void count(ConsumerRecords<byte[], byte[]> records, String stage) {
        records.partitions()
                .forEach(partition -> metrics.counter(
                                "leadloop.events.consumed", "topic", partition.topic(), "stage", stage)
                        .increment(records.records(partition).size()));
    }
}
