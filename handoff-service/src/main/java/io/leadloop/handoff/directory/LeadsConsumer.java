package io.leadloop.handoff.directory;

import io.leadloop.events.Topics;
import io.leadloop.messaging.BatchConsumer;
import io.leadloop.messaging.BatchHandler;
import io.leadloop.messaging.TopicConsumer;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

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
    Uni<Void> consume(ConsumerRecords<byte[], byte[]> records) {
        return batches.consume(records, this);
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
