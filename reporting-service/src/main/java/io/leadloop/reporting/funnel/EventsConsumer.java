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

/** In: all topics. What came on any of them is folded in one transaction. */
@ApplicationScoped
public class EventsConsumer implements TopicConsumer {
    private final BatchConsumer batches;
    private final FoldEvents foldEvents;

    public EventsConsumer(BatchConsumer batches, FoldEvents foldEvents) {
        this.batches = batches;
        this.foldEvents = foldEvents;
    }

    @Incoming("events")
    public Flow.Subscriber<Message<ConsumerRecords<byte[], byte[]>>> consume() {
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
