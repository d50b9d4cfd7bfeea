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

/** What scores depend on arrives on three topics; order holds within each, not between them. A score that was saved may be one that changes soon. */
@ApplicationScoped
class ScoringConsumer implements TopicConsumer {
    private final BatchConsumer batches;
    private final Agreements agreements;
    private final ScoreLeads scoreLeads;
    private final GatherOutcomes gatherOutcomes;
    private final ScoreTimer timer;

    ScoringConsumer(
            BatchConsumer batches,
            Agreements agreements,
            ScoreLeads scoreLeads,
            GatherOutcomes gatherOutcomes,
            ScoreTimer timer) {
        this.batches = batches;
        this.agreements = agreements;
        this.scoreLeads = scoreLeads;
        this.gatherOutcomes = gatherOutcomes;
        this.timer = timer;
    }

    @Incoming("events")
    Flow.Subscriber<Message<ConsumerRecords<byte[], byte[]>>> consume() {
        return batches.subscriber(this, timer::wake);
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
