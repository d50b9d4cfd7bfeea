package io.leadloop.handoff.routing;

import io.leadloop.handoff.routing.rules.Candidate;
import io.leadloop.handoff.routing.rules.Standing;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.hibernate.reactive.mutiny.Mutiny;

/** The table of standings: what each rep had in the running period, and when last. Lock the reps first. */
@ApplicationScoped
class StandingStore {
    private static final String LOAD = """
            select rep_id, period, offers, credit, present, last_offered_at from rep_standing
            where rep_id = any(cast(?1 as text[]))""";
    private static final String SAVE = """
            insert into rep_standing (rep_id, period, offers, credit, present, last_offered_at)
            select rep_id, ?1, offers, credit, present, cast(last_offered_at as timestamptz)
            from unnest(cast(?2 as text[]), cast(?3 as bigint[]), cast(?4 as bigint[]), cast(?5 as boolean[]),
                        cast(?6 as text[])) as changed (rep_id, offers, credit, present, last_offered_at)
            order by rep_id
            on conflict (rep_id) do update set period = excluded.period, offers = excluded.offers,
                credit = excluded.credit, present = excluded.present, last_offered_at = excluded.last_offered_at""";

    /** @param standing of the period asked for; {@link Standing#NONE} when the stored one is of another */
    record Stored(Standing standing, Optional<Instant> lastOfferedAt) {
        static final Stored NOTHING = new Stored(Standing.NONE, Optional.empty());
    }

    Uni<Map<String, Stored>> load(Mutiny.StatelessSession tx, Collection<String> repIds, String period) {
        return tx.createNativeQuery(LOAD, Tuple.class)
                .setParameter(1, repIds.toArray(String[]::new))
                .getResultList()
                .map(rows -> rows.stream()
                        .collect(Collectors.toMap(row -> row.get(0, String.class), row -> stored(row, period))));
    }

    Uni<Void> save(Mutiny.StatelessSession tx, Collection<Candidate> candidates, String period) {
        List<Candidate> all = List.copyOf(candidates);
        return tx.createNativeQuery(SAVE)
                .setParameter(1, period)
                .setParameter(2, all.stream().map(Candidate::repId).toArray(String[]::new))
                .setParameter(
                        3, all.stream().map(rep -> rep.standing().offers()).toArray(Long[]::new))
                .setParameter(
                        4, all.stream().map(rep -> rep.standing().credit()).toArray(Long[]::new))
                .setParameter(
                        5, all.stream().map(rep -> rep.standing().present()).toArray(Boolean[]::new))
                .setParameter(
                        6,
                        all.stream()
                                .map(rep -> rep.lastOfferedAt()
                                        .map(Instant::toString)
                                        .orElse(null))
                                .toArray(String[]::new))
                .executeUpdate()
                .replaceWithVoid();
    }

    private static Stored stored(Tuple row, String period) {
        Standing standing = row.get(1, String.class).equals(period)
                ? new Standing(row.get(2, Long.class), row.get(3, Long.class), row.get(4, Boolean.class))
                : Standing.NONE;
        return new Stored(
                standing, Optional.ofNullable(row.get(5, OffsetDateTime.class)).map(OffsetDateTime::toInstant));
    }
}
