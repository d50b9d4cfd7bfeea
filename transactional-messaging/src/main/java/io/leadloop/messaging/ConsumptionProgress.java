package io.leadloop.messaging;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;

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

    void count(Stage stage, List<? extends Decoded> records) {
        records.stream()
                .collect(Collectors.groupingBy(one -> one.record().topic(), Collectors.counting()))
                .forEach((topic, many) -> metrics.counter(
                                "leadloop.events.consumed", "topic", topic, "stage", stage.label)
                        .increment(many));
    }

    int batchesInFlight() {
        return inFlight.get();
    }

    Duration sinceLastMove() {
        return Duration.ofNanos(System.nanoTime() - lastMove.get());
    }
}
