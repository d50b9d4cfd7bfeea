package io.leadloop.handoff.routing;

import io.leadloop.agreement.inforce.Agreements;
import io.leadloop.messaging.BatchConsumer;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** In: {@code leadloop.sla}. */
@ApplicationScoped
class SlaConsumer {
    private final BatchConsumer batches;
    private final Agreements agreements;
    private final ExpireOffers expireOffers;

    SlaConsumer(BatchConsumer batches, Agreements agreements, ExpireOffers expireOffers) {
        this.batches = batches;
        this.agreements = agreements;
        this.expireOffers = expireOffers;
    }

    @Incoming("sla")
    Uni<Void> consume(ConsumerRecords<byte[], byte[]> records) {
        return agreements
                .current()
                .chain(inForce -> batches.consume(records, (tx, batch) -> expireOffers.handle(tx, batch, inForce)));
    }
}
