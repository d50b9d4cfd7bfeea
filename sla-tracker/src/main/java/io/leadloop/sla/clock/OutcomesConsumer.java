package io.leadloop.sla.clock;

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

/** Hears what became of leads. */
@ApplicationScoped
class OutcomesConsumer implements TopicConsumer {
    private final BatchConsumer batches;
    private final FollowOutcomes followOutcomes;

    OutcomesConsumer(BatchConsumer batches, FollowOutcomes followOutcomes) {
        this.batches = batches;
        this.followOutcomes = followOutcomes;
    }

    @Incoming("closed-loop")
    Flow.Subscriber<Message<ConsumerRecords<byte[], byte[]>>> consume() {
        return batches.subscriber(this);
    }

    @Override
    public Set<String> topics() {
        return Set.of(Topics.CLOSED_LOOP);
    }

    @Override
    public Uni<BatchHandler> handler() {
        return Uni.createFrom().item(followOutcomes::handle);
    }
}
