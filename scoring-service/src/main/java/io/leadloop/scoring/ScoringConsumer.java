package io.leadloop.scoring;

import io.leadloop.agreement.inforce.Agreements;
import io.leadloop.messaging.BatchConsumer;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** What scores depend on arrives on three topics; order holds within each, not between them. */
@ApplicationScoped
class ScoringConsumer {
    private final BatchConsumer batches;
    private final Agreements agreements;
    private final ScoreLeads scoreLeads;

    ScoringConsumer(BatchConsumer batches, Agreements agreements, ScoreLeads scoreLeads) {
        this.batches = batches;
        this.agreements = agreements;
        this.scoreLeads = scoreLeads;
    }

    @Incoming("leads")
    Uni<Void> leads(ConsumerRecords<byte[], byte[]> records) {
        return score(records);
    }

    @Incoming("activities")
    Uni<Void> activities(ConsumerRecords<byte[], byte[]> records) {
        return score(records);
    }

    @Incoming("closed-loop")
    Uni<Void> closedLoop(ConsumerRecords<byte[], byte[]> records) {
        return score(records);
    }

    private Uni<Void> score(ConsumerRecords<byte[], byte[]> records) {
        return agreements
                .current()
                .chain(inForce -> batches.consume(records, (tx, batch) -> scoreLeads.handle(tx, batch, inForce)));
    }
}
