package io.leadloop.scoring;

import io.leadloop.agreement.inforce.Agreements;
import io.leadloop.events.Topics;
import io.leadloop.messaging.BatchConsumer;
import io.leadloop.messaging.BatchHandler;
import io.leadloop.messaging.TopicConsumer;
import io.leadloop.scoring.learned.GatherOutcomes;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import java.util.concurrent.Flow;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.eclipse.microprofile.reactive.messaging.Message;

/** What scores depend on arrives on three topics; order holds within each, not between them. */
@ApplicationScoped
class ScoringConsumer implements TopicConsumer {
    private final BatchConsumer batches;
    private final Agreements agreements;
    private final ScoreLeads scoreLeads;
    private final GatherOutcomes gatherOutcomes;

    ScoringConsumer(
            BatchConsumer batches, Agreements agreements, ScoreLeads scoreLeads, GatherOutcomes gatherOutcomes) {
        this.batches = batches;
        this.agreements = agreements;
        this.scoreLeads = scoreLeads;
        this.gatherOutcomes = gatherOutcomes;
    }

    @Incoming("leads")
    Flow.Subscriber<Message<ConsumerRecords<byte[], byte[]>>> leads() {
        return batches.subscriber(this);
    }

    @Incoming("activities")
    Flow.Subscriber<Message<ConsumerRecords<byte[], byte[]>>> activities() {
        return batches.subscriber(this);
    }

    @Incoming("closed-loop")
    Flow.Subscriber<Message<ConsumerRecords<byte[], byte[]>>> closedLoop() {
        return batches.subscriber(this);
    }

    @Override
    public Set<String> topics() {
        return Set.of(Topics.LEADS, Topics.ACTIVITIES, Topics.CLOSED_LOOP);
    }

    @Override
    public Uni<BatchHandler> handler() {
        return agreements
                .current()
                .map(inForce -> (tx, batch) ->
                        scoreLeads.handle(tx, batch, inForce).chain(() -> gatherOutcomes.handle(tx, batch)));
    }
}
