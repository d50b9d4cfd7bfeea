package io.leadloop.messaging;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Liveness;
import org.jboss.logging.Logger;

/**
 * Whether consumption moves: alive means that work which has arrived is being tried. A database or broker that is away does
 * not count against it, since a restart would not bring it back.
 */
@Liveness
@ApplicationScoped
public class ConsumptionProgress implements HealthCheck {
    private static final Logger LOG = Logger.getLogger(ConsumptionProgress.class);
    private static final Duration STUCK_AFTER = Duration.ofSeconds(90);

    private final MeterRegistry metrics;
    private final AtomicInteger inFlight = new AtomicInteger();
    private final AtomicLong lastMove = new AtomicLong(System.nanoTime());

    public ConsumptionProgress(MeterRegistry metrics) {
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

    @Override
    public HealthCheckResponse call() {
        Duration since = Duration.ofNanos(System.nanoTime() - lastMove.get());
        boolean stuck = inFlight.get() > 0 && since.compareTo(STUCK_AFTER) > 0;
        return HealthCheckResponse.named("consumption moves")
                .status(!stuck)
                .withData("batchesInFlight", inFlight.get())
                .withData("secondsSinceLastMove", since.toSeconds())
                .build();
    }

    private void count(ConsumerRecords<byte[], byte[]> records, String stage) {
        records.partitions()
                .forEach(partition -> metrics.counter(
                                "leadloop.events.consumed", "topic", partition.topic(), "stage", stage)
                        .increment(records.records(partition).size()));
    }
}
