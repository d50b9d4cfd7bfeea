package io.leadloop.agreement.inforce;

import io.leadloop.events.AgreementEvent;
import io.leadloop.events.AgreementEvent.AgreementSigned;
import io.leadloop.events.Topics;
import io.leadloop.messaging.Batch;
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
import org.hibernate.reactive.mutiny.Mutiny;

/** Stores what both sides signed. */
@ApplicationScoped
class AgreementsConsumer implements TopicConsumer {
    private final BatchConsumer batches;
    private final AgreementStore store;

    AgreementsConsumer(BatchConsumer batches, AgreementStore store) {
        this.batches = batches;
        this.store = store;
    }

    @Incoming("agreements")
    Flow.Subscriber<Message<ConsumerRecords<byte[], byte[]>>> consume() {
        return batches.subscriber(this);
    }

    @Override
    public Set<String> topics() {
        return Set.of(Topics.AGREEMENTS);
    }

    @Override
    public Uni<BatchHandler> handler() {
        BatchHandler save = this::save;
        return Uni.createFrom().item(save);
    }

    private Uni<Void> save(Mutiny.StatelessSession tx, Batch batch) {
        Uni<Void> all = Uni.createFrom().voidItem();
        for (AgreementEvent event : batch.of(AgreementEvent.class)) {
            all = switch (event) {
                case AgreementSigned signed ->
                    all.chain(() -> store.save(tx, signed).replaceWithVoid());
            };
        }
        return all;
    }
}
