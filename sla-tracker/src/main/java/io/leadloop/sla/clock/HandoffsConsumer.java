package io.leadloop.sla.clock;

import io.leadloop.agreement.inforce.Agreements;
import io.leadloop.events.Topics;
import io.leadloop.messaging.BatchConsumer;
import io.leadloop.messaging.BatchHandler;
import io.leadloop.messaging.TopicConsumer;
import io.leadloop.sla.quota.FollowDeliveries;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import java.util.concurrent.Flow;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.eclipse.microprofile.reactive.messaging.Message;

/** Hears of hand-offs, and wakes the timer, because a clock that started may be due before it meant to look again. */
@ApplicationScoped
class HandoffsConsumer implements TopicConsumer {
    private final Agreements agreements;
    private final BatchConsumer batches;
    private final FollowHandoffs followHandoffs;
    private final FollowDeliveries followDeliveries;
    private final ClockTimer timer;

    HandoffsConsumer(
            Agreements agreements,
            BatchConsumer batches,
            FollowHandoffs followHandoffs,
            FollowDeliveries followDeliveries,
            ClockTimer timer) {
        this.agreements = agreements;
        this.batches = batches;
        this.followHandoffs = followHandoffs;
        this.followDeliveries = followDeliveries;
        this.timer = timer;
    }

    @Incoming("handoffs")
    Flow.Subscriber<Message<ConsumerRecords<byte[], byte[]>>> consume() {
        return batches.subscriber(this, timer::wake);
    }

    @Override
    public Set<String> topics() {
        return Set.of(Topics.HANDOFFS);
    }

    @Override
    public Uni<BatchHandler> handler() {
        return agreements
                .current()
                .map(agreement -> (tx, batch) ->
                        followHandoffs.handle(tx, batch, agreement).chain(() -> followDeliveries.handoffs(tx, batch)));
    }
}
