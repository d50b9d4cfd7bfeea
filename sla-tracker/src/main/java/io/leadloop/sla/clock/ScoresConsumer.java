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

/** Hears which leads qualified, and wakes the timer for the clocks that started. */
@ApplicationScoped
class ScoresConsumer implements TopicConsumer {
    private final Agreements agreements;
    private final BatchConsumer batches;
    private final FollowScores followScores;
    private final FollowDeliveries followDeliveries;
    private final ClockTimer timer;

    ScoresConsumer(
            Agreements agreements,
            BatchConsumer batches,
            FollowScores followScores,
            FollowDeliveries followDeliveries,
            ClockTimer timer) {
        this.agreements = agreements;
        this.batches = batches;
        this.followScores = followScores;
        this.followDeliveries = followDeliveries;
        this.timer = timer;
    }

    @Incoming("scores")
    Flow.Subscriber<Message<ConsumerRecords<byte[], byte[]>>> consume() {
        return batches.subscriber(this, timer::wake);
    }

    @Override
    public Set<String> topics() {
        return Set.of(Topics.SCORES);
    }

    @Override
    public Uni<BatchHandler> handler() {
        return agreements
                .current()
                .map(agreement -> (tx, batch) ->
                        followScores.handle(tx, batch, agreement).chain(() -> followDeliveries.scores(tx, batch)));
    }
}
