package io.leadloop.messaging;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;

/** Remembers which events were applied, in the transaction that applies them: a second delivery changes nothing. */
@ApplicationScoped
class Inbox {
    private static final String REMEMBER = """
            insert into inbox (event_id) select unnest(cast(?1 as uuid[]))
            on conflict do nothing returning event_id""";

    /** The ids that were not seen before. */
    Uni<Set<UUID>> firstSeen(Mutiny.StatelessSession tx, Collection<UUID> eventIds) {
        if (eventIds.isEmpty()) {
            return Uni.createFrom().item(Set.of());
        }
        return tx.createNativeQuery(REMEMBER, UUID.class)
                .setParameter(1, eventIds.toArray(UUID[]::new))
                .getResultList()
                .map((List<UUID> fresh) -> new HashSet<>(fresh));
    }
}
