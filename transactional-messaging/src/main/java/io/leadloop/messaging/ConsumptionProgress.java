package io.leadloop.messaging;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Counts what arrives and what becomes of it, so that the books balance: received = done + dead-lettered + unknown-type +
 * tombstone. Knows when consumption last moved.
 */
@ApplicationScoped
class ConsumptionProgress {

    enum Stage {
        RECEIVED("received"),
        /** Applied, now or by an earlier delivery. */
        DONE("done"),
        DEAD_LETTERED("dead-lettered"),
        UNKNOWN_TYPE("unknown-type"),
        TOMBSTONE("tombstone");

        private final String label;

        Stage(String label) {
            this.label = label;
        }
    }

    private final MeterRegistry metrics;
    private final AtomicInteger inFlight = new AtomicInteger();
    private final AtomicLong lastMove = new AtomicLong(System.nanoTime());

    ConsumptionProgress(MeterRegistry metrics) {
        this.metrics = metrics;
    }

    void begun() {
        inFlight.incrementAndGet();
        moved();
    }

    void moved() {
        lastMove.set(System.nanoTime());
    }

    void ended() {
        inFlight.decrementAndGet();
        moved();
    }

    /** Records of a poll are of one topic. */
    void count(Stage stage, List<? extends Decoded> records) {
        if (!records.isEmpty()) {
            metrics.counter(
                            "leadloop.events.consumed",
                            "topic",
                            records.getFirst().record().topic(),
                            "stage",
                            stage.label)
                    .increment(records.size());
        }
    }

    int batchesInFlight() {
        return inFlight.get();
    }

    Duration sinceLastMove() {
        return Duration.ofNanos(System.nanoTime() - lastMove.get());
    }
}
