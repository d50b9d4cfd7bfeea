package io.leadloop.reporting.funnel;

import io.leadloop.events.Topics;
import io.leadloop.messaging.BatchConsumer;
import io.leadloop.messaging.BatchHandler;
import io.leadloop.messaging.TopicConsumer;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** One channel per topic, so that a slow topic does not hold up the others. All do the same: fold. */
@ApplicationScoped
public class TopicConsumers implements TopicConsumer {
    private final BatchConsumer batches;
    private final FoldEvents foldEvents;

    public TopicConsumers(BatchConsumer batches, FoldEvents foldEvents) {
        this.batches = batches;
        this.foldEvents = foldEvents;
    }

    @Incoming("leads")
    public Uni<Void> leads(ConsumerRecords<byte[], byte[]> records) {
        return batches.consume(records, this);
    }

    @Incoming("activities")
    public Uni<Void> activities(ConsumerRecords<byte[], byte[]> records) {
        return batches.consume(records, this);
    }

    @Incoming("scores")
    public Uni<Void> scores(ConsumerRecords<byte[], byte[]> records) {
        return batches.consume(records, this);
    }

    @Incoming("handoffs")
    public Uni<Void> handoffs(ConsumerRecords<byte[], byte[]> records) {
        return batches.consume(records, this);
    }

    @Incoming("closed-loop")
    public Uni<Void> closedLoop(ConsumerRecords<byte[], byte[]> records) {
        return batches.consume(records, this);
    }

    @Incoming("sla")
    public Uni<Void> sla(ConsumerRecords<byte[], byte[]> records) {
        return batches.consume(records, this);
    }

    @Override
    public Set<String> topics() {
        return Set.of(Topics.LEADS, Topics.ACTIVITIES, Topics.SCORES, Topics.HANDOFFS, Topics.CLOSED_LOOP, Topics.SLA);
    }

    @Override
    public Uni<BatchHandler> handler() {
        return Uni.createFrom().item(foldEvents);
    }
}
