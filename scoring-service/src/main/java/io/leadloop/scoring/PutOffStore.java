package io.leadloop.scoring;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;

/** Leads that cannot be scored: how often they failed, and when they are tried again. Whoever scores one forgets both. */
@ApplicationScoped
class PutOffStore {
    private static final int LONGEST_PAUSE_MINUTES = 60;
    /** So many are named. */
    private static final int NAMED = 5;

    private static final String PUT_OFF = """
            update lead_score
            set failures = failures + 1,
                retry_at = clock_timestamp() + interval '1 minute' * least(?2, power(2, least(failures, 20)))
            where lead_id = ?1
            returning failures""";

    private static final String WAITING = """
            select cast(lead_id as text) from lead_score where retry_at is not null order by retry_at limit ?1""";

    private static final String COUNT = "select count(*) from lead_score where retry_at is not null";

    /** @param named the first of them */
    record Waiting(long leads, List<String> named) {
        static final Waiting NONE = new Waiting(0, List.of());

        Waiting {
            named = List.copyOf(named);
        }
    }

    /** Twice as long each time. */
    static Duration pauseAfter(int failures) {
        return Duration.ofMinutes(Math.min(LONGEST_PAUSE_MINUTES, 1L << Math.min(failures - 1, 20)));
    }

    /** @return how often it failed in a row */
    Uni<Integer> putOff(Mutiny.StatelessSession tx, UUID leadId) {
        return tx.createNativeQuery(PUT_OFF, Integer.class)
                .setParameter(1, leadId)
                .setParameter(2, LONGEST_PAUSE_MINUTES)
                .getResultList()
                .map(failures -> failures.isEmpty() ? 1 : failures.getFirst());
    }

    Uni<Waiting> waiting(Mutiny.StatelessSession tx) {
        return tx.createNativeQuery(COUNT, Long.class)
                .getSingleResult()
                .chain(leads -> tx.createNativeQuery(WAITING, String.class)
                        .setParameter(1, NAMED)
                        .getResultList()
                        .map(named -> new Waiting(leads, named)));
    }
}
