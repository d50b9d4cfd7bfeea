package io.leadloop.sla.clock;

import io.leadloop.agreement.inforce.Agreements;
import io.leadloop.messaging.BatchConsumer;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Hears of hand-offs, and wakes the timer, because a clock that started may be due before it meant to look again. */
@ApplicationScoped
class HandoffsConsumer {
    private final Agreements agreements;
    private final BatchConsumer batches;
    private final FollowHandoffs followHandoffs;
    private final ClockTimer timer;

    HandoffsConsumer(Agreements agreements, BatchConsumer batches, FollowHandoffs followHandoffs, ClockTimer timer) {
        this.agreements = agreements;
        this.batches = batches;
        this.followHandoffs = followHandoffs;
        this.timer = timer;
    }

    @Incoming("handoffs")
    Uni<Void> consume(ConsumerRecords<byte[], byte[]> records) {
        return agreements
                .current()
                .chain(agreement ->
                        batches.consume(records, (tx, batch) -> followHandoffs.handle(tx, batch, agreement)))
                .invoke(timer::wake);
    }
}
