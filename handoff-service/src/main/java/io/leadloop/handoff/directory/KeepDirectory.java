package io.leadloop.handoff.directory;

import io.leadloop.events.LeadEvent;
import io.leadloop.messaging.Batch;
import io.leadloop.messaging.BatchHandler;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.BinaryOperator;
import org.hibernate.reactive.mutiny.Mutiny;

/** Writes what the newest event of each lead says; one statement for a batch. */
@ApplicationScoped
class KeepDirectory implements BatchHandler {
    private static final BinaryOperator<LeadEvent> NEWER =
            (one, other) -> one.leadVersion() > other.leadVersion() ? one : other;

    private final LeadDirectory directory;

    KeepDirectory(LeadDirectory directory) {
        this.directory = directory;
    }

    @Override
    public Uni<Void> handle(Mutiny.StatelessSession tx, Batch batch) {
        Map<UUID, LeadEvent> newest = new LinkedHashMap<>();
        batch.of(LeadEvent.class).forEach(event -> newest.merge(event.leadId(), event, NEWER));
        return newest.isEmpty() ? Uni.createFrom().voidItem() : directory.learn(tx, newest.values());
    }
}
