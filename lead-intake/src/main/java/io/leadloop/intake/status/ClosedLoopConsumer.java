package io.leadloop.intake.status;

import io.leadloop.messaging.BatchConsumer;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** The closed loop arrives. */
@ApplicationScoped
class ClosedLoopConsumer {
    private final BatchConsumer batches;
    private final UpdateStatus updateStatus;

    ClosedLoopConsumer(BatchConsumer batches, UpdateStatus updateStatus) {
        this.batches = batches;
        this.updateStatus = updateStatus;
    }

    @Incoming("closed-loop")
    Uni<Void> consume(ConsumerRecords<byte[], byte[]> records) {
        return batches.consume(records, updateStatus::handle);
    }
}
