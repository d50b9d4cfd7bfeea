package io.leadloop.handoff.routing;

import io.leadloop.agreement.inforce.Agreements;
import io.leadloop.messaging.BatchConsumer;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** In: {@code leadloop.scores}. */
@ApplicationScoped
class ScoresConsumer {
    private final BatchConsumer batches;
    private final Agreements agreements;
    private final RouteLeads routeLeads;

    ScoresConsumer(BatchConsumer batches, Agreements agreements, RouteLeads routeLeads) {
        this.batches = batches;
        this.agreements = agreements;
        this.routeLeads = routeLeads;
    }

    @Incoming("scores")
    Uni<Void> consume(ConsumerRecords<byte[], byte[]> records) {
        return agreements
                .current()
                .chain(inForce -> batches.consume(records, (tx, batch) -> routeLeads.handle(tx, batch, inForce)));
    }
}
