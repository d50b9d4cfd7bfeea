package io.leadloop.messaging;

import io.leadloop.messaging.Decoded.Understood;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;

/** Hands to a handler what was not applied before, and remembers it, in the caller's transaction. */
@ApplicationScoped
class OnceOnly {
    private final Inbox inbox;

    OnceOnly(Inbox inbox) {
        this.inbox = inbox;
    }

    /** @return how many of the events were new */
    Uni<Integer> apply(Mutiny.StatelessSession tx, List<Understood> records, BatchHandler handler) {
        Map<UUID, Understood> byId = new LinkedHashMap<>();
        records.forEach(record -> byId.putIfAbsent(record.eventId(), record));
        return inbox.firstSeen(tx, byId.keySet()).chain(fresh -> {
            List<Received> unseen = byId.values().stream()
                    .filter(record -> fresh.contains(record.eventId()))
                    .map(Understood::received)
                    .toList();
            return unseen.isEmpty()
                    ? Uni.createFrom().item(0)
                    : handler.handle(tx, Batch.of(unseen)).replaceWith(unseen.size());
        });
    }
}
