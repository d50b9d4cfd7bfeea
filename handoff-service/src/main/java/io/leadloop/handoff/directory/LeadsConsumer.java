package io.leadloop.handoff.directory;

import io.leadloop.messaging.BatchConsumer;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** In: {@code leadloop.leads}. */
@ApplicationScoped
class LeadsConsumer {
    private final BatchConsumer batches;
    private final KeepDirectory keepDirectory;

    LeadsConsumer(BatchConsumer batches, KeepDirectory keepDirectory) {
        this.batches = batches;
        this.keepDirectory = keepDirectory;
    }

    @Incoming("leads")
    Uni<Void> consume(ConsumerRecords<byte[], byte[]> records) {
        return batches.consume(records, keepDirectory);
    }
}
