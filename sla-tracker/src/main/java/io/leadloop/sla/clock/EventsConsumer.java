package io.leadloop.sla.clock;

import io.leadloop.agreement.inforce.Agreements;
import io.leadloop.agreement.inforce.InForce;
import io.leadloop.events.Topics;
import io.leadloop.messaging.Batch;
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
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * Hears of all that starts, ends or moves a clock or counts towards a quota, and wakes the timer, because a clock that started may
 * be due before it meant to look again. What came on several topics at once is applied in the order in which a lead goes its way.
 */
@ApplicationScoped
class EventsConsumer implements TopicConsumer {
    private final Agreements agreements;
    private final BatchConsumer batches;
    private final FollowScores followScores;
    private final FollowHandoffs followHandoffs;
    private final FollowOutcomes followOutcomes;
    private final FollowDeliveries followDeliveries;
    private final ClockTimer timer;

    EventsConsumer(
            Agreements agreements,
            BatchConsumer batches,
            FollowScores followScores,
            FollowHandoffs followHandoffs,
            FollowOutcomes followOutcomes,
            FollowDeliveries followDeliveries,
            ClockTimer timer) {
        this.agreements = agreements;
        this.batches = batches;
        this.followScores = followScores;
        this.followHandoffs = followHandoffs;
        this.followOutcomes = followOutcomes;
        this.followDeliveries = followDeliveries;
        this.timer = timer;
    }

    @Incoming("events")
    Flow.Subscriber<Message<ConsumerRecords<byte[], byte[]>>> consume() {
        return batches.subscriber(this, timer::wake);
    }

    @Override
    public Set<String> topics() {
        return Set.of(Topics.LEADS, Topics.SCORES, Topics.HANDOFFS, Topics.CLOSED_LOOP);
    }

    @Override
    public Uni<BatchHandler> handler() {
        return agreements.current().map(agreement -> (tx, batch) -> follow(tx, batch, agreement));
    }

    private Uni<Void> follow(Mutiny.StatelessSession tx, Batch batch, InForce agreement) {
        return followScores
                .handle(tx, batch, agreement)
                .chain(() -> followHandoffs.handle(tx, batch, agreement))
                .chain(() -> followOutcomes.handle(tx, batch))
                .chain(() -> followDeliveries.handle(tx, batch));
    }
}
