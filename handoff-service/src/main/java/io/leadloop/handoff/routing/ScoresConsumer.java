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

/** In: {@code leadloop.scores}. */
@ApplicationScoped
class ScoresConsumer implements TopicConsumer {
    private final BatchConsumer batches;
    private final Agreements agreements;
    private final RouteLeads routeLeads;

    ScoresConsumer(BatchConsumer batches, Agreements agreements, RouteLeads routeLeads) {
        this.batches = batches;
        this.agreements = agreements;
        this.routeLeads = routeLeads;
    }

    @Incoming("scores")
    Flow.Subscriber<Message<ConsumerRecords<byte[], byte[]>>> consume() {
        return batches.subscriber(this);
    }

    @Override
    public Set<String> topics() {
        return Set.of(Topics.SCORES);
    }

    @Override
    public Uni<BatchHandler> handler() {
        return agreements.current().map(inForce -> (tx, batch) -> routeLeads.handle(tx, batch, inForce));
    }
}
