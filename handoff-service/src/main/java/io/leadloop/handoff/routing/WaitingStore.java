package io.leadloop.handoff.routing;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.hibernate.reactive.mutiny.Mutiny;

/** The table of leads that nobody can take now. Lock the lead before changing its row. */
@ApplicationScoped
public class WaitingStore {
    private static final String CLAIM = """
            select lead.lead_id from lead join waiting_lead using (lead_id)
            where tried_change < (select change from availability) or tried_agreement < ?1 or retry_at <= clock_timestamp()
            order by since, lead_id limit ?2 for update of lead skip locked""";
    private static final String SAVE = """
            insert into waiting_lead (lead_id, since, tried_change, tried_agreement, retry_at)
            select lead_id, cast(since as timestamptz), ?1, ?2, cast(retry_at as timestamptz)
            from unnest(cast(?3 as uuid[]), cast(?4 as text[]), cast(?5 as text[])) as waiting (lead_id, since, retry_at)
            on conflict (lead_id) do update set tried_change = excluded.tried_change,
                tried_agreement = excluded.tried_agreement, retry_at = excluded.retry_at""";

    /**
     * @param since when it began to wait; kept when it waits already
     * @param retryAt when to try again if nothing changes before
     */
    record Waiting(UUID leadId, Instant since, Optional<Instant> retryAt) {}

    /** Locks leads for whom a choice may turn out differently now, who waits longest first; skips what others hold. */
    Uni<List<UUID>> claim(Mutiny.StatelessSession tx, int agreementVersion, int limit) {
        return tx.createNativeQuery(CLAIM, UUID.class)
                .setParameter(1, agreementVersion)
                .setParameter(2, limit)
                .getResultList();
    }

    /** Those of these leads that wait. */
    Uni<List<UUID>> find(Mutiny.StatelessSession tx, Collection<UUID> leadIds) {
        return tx.createNativeQuery(
                        "select lead_id from waiting_lead where lead_id = any(cast(?1 as uuid[]))", UUID.class)
                .setParameter(1, leadIds.toArray(UUID[]::new))
                .getResultList();
    }

    /** @param change the count of {@code Availability} before the reps were looked at */
    Uni<Void> save(Mutiny.StatelessSession tx, List<Waiting> waiting, long change, int agreementVersion) {
        if (waiting.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return tx.createNativeQuery(SAVE)
                .setParameter(1, change)
                .setParameter(2, agreementVersion)
                .setParameter(3, waiting.stream().map(Waiting::leadId).toArray(UUID[]::new))
                .setParameter(4, texts(waiting, lead -> Optional.of(lead.since().toString())))
                .setParameter(5, texts(waiting, lead -> lead.retryAt().map(Instant::toString)))
                .executeUpdate()
                .replaceWithVoid();
    }

    public Uni<Void> remove(Mutiny.StatelessSession tx, Set<UUID> leadIds) {
        return leadIds.isEmpty()
                ? Uni.createFrom().voidItem()
                : tx.createNativeQuery("delete from waiting_lead where lead_id = any(cast(?1 as uuid[]))")
                        .setParameter(1, leadIds.toArray(UUID[]::new))
                        .executeUpdate()
                        .replaceWithVoid();
    }

    private static String[] texts(List<Waiting> waiting, Function<Waiting, Optional<String>> field) {
        return waiting.stream().map(field).map(text -> text.orElse(null)).toArray(String[]::new);
    }
}
