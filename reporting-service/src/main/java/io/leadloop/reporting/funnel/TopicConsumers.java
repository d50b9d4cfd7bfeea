package io.leadloop.reporting.funnel;

import io.leadloop.messaging.BatchConsumer;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** One channel per topic, so that a slow topic does not hold up the others. All do the same: fold. */
@ApplicationScoped
public class TopicConsumers {
    private final BatchConsumer batches;
    private final FoldEvents foldEvents;

    public TopicConsumers(BatchConsumer batches, FoldEvents foldEvents) {
        this.batches = batches;
        this.foldEvents = foldEvents;
    }

    @Incoming("leads")
    public Uni<Void> leads(ConsumerRecords<byte[], byte[]> records) {
        return batches.consume(records, foldEvents);
    }

    @Incoming("activities")
    public Uni<Void> activities(ConsumerRecords<byte[], byte[]> records) {
        return batches.consume(records, foldEvents);
    }

    @Incoming("scores")
    public Uni<Void> scores(ConsumerRecords<byte[], byte[]> records) {
        return batches.consume(records, foldEvents);
    }

    @Incoming("handoffs")
    public Uni<Void> handoffs(ConsumerRecords<byte[], byte[]> records) {
        return batches.consume(records, foldEvents);
    }

    @Incoming("closed-loop")
    public Uni<Void> closedLoop(ConsumerRecords<byte[], byte[]> records) {
        return batches.consume(records, foldEvents);
    }

    @Incoming("sla")
    public Uni<Void> sla(ConsumerRecords<byte[], byte[]> records) {
        return batches.consume(records, foldEvents);
    }
}
