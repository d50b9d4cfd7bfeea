package io.leadloop.handoff.directory;

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

/** In: {@code leadloop.leads}. */
@ApplicationScoped
class LeadsConsumer implements TopicConsumer {
    private final BatchConsumer batches;
    private final KeepDirectory keepDirectory;

    LeadsConsumer(BatchConsumer batches, KeepDirectory keepDirectory) {
        this.batches = batches;
        this.keepDirectory = keepDirectory;
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
        return Uni.createFrom().item(keepDirectory);
    }
}
