package io.leadloop.handoff.routing;

import io.leadloop.agreement.inforce.Agreements;
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

/** In: {@code leadloop.sla}. */
@ApplicationScoped
class SlaConsumer implements TopicConsumer {
    private final BatchConsumer batches;
    private final Agreements agreements;
    private final ExpireOffers expireOffers;

    SlaConsumer(BatchConsumer batches, Agreements agreements, ExpireOffers expireOffers) {
        this.batches = batches;
        this.agreements = agreements;
        this.expireOffers = expireOffers;
    }

    @Incoming("sla")
    Flow.Subscriber<Message<ConsumerRecords<byte[], byte[]>>> consume() {
        return batches.subscriber(this);
    }

    @Override
    public Set<String> topics() {
        return Set.of(Topics.SLA);
    }

    @Override
    public Uni<BatchHandler> handler() {
        return agreements.current().map(inForce -> (tx, batch) -> expireOffers.handle(tx, batch, inForce));
    }
}
