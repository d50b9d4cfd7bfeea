package io.leadloop.sla.quota;

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

/** Hears of leads that were imported with the time at which they had qualified; of no other. */
@ApplicationScoped
class ImportsConsumer implements TopicConsumer {
    private final BatchConsumer batches;
    private final FollowDeliveries followDeliveries;

    ImportsConsumer(BatchConsumer batches, FollowDeliveries followDeliveries) {
        this.batches = batches;
        this.followDeliveries = followDeliveries;
    }

    @Incoming("leads")
    Flow.Subscriber<Message<ConsumerRecords<byte[], byte[]>>> consume() {
        return batches.subscriber(this);
    }

    @Override
    public Set<String> topics() {
        return Set.of(Topics.LEADS);
    }

    @Override
    public Uni<BatchHandler> handler() {
        return Uni.createFrom().item(followDeliveries::imports);
    }
}
