package io.leadloop.reporting.funnel;

import io.leadloop.events.Topics;
import io.leadloop.messaging.BatchConsumer;
import io.leadloop.messaging.BatchHandler;
import io.leadloop.messaging.TopicConsumer;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import java.util.concurrent.Flow;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.eclipse.microprofile.reactive.messaging.Message;

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
    public Flow.Subscriber<Message<ConsumerRecords<byte[], byte[]>>> leads() {
        return batches.subscriber(this);
    }

    @Incoming("activities")
    public Flow.Subscriber<Message<ConsumerRecords<byte[], byte[]>>> activities() {
        return batches.subscriber(this);
    }

    @Incoming("scores")
    public Flow.Subscriber<Message<ConsumerRecords<byte[], byte[]>>> scores() {
        return batches.subscriber(this);
    }

    @Incoming("handoffs")
    public Flow.Subscriber<Message<ConsumerRecords<byte[], byte[]>>> handoffs() {
        return batches.subscriber(this);
    }

    @Incoming("closed-loop")
    public Flow.Subscriber<Message<ConsumerRecords<byte[], byte[]>>> closedLoop() {
        return batches.subscriber(this);
    }

    @Incoming("sla")
    public Flow.Subscriber<Message<ConsumerRecords<byte[], byte[]>>> sla() {
        return batches.subscriber(this);
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
