package io.leadloop.sla.alert.digest;

import io.leadloop.messaging.Times;
import io.leadloop.sla.alert.digest.rules.Digest;
import io.leadloop.sla.alert.digest.rules.Digest.Count;
import io.leadloop.sla.alert.digest.rules.Digest.Running;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.hibernate.reactive.mutiny.Mutiny;

/** When the mail is due, and what there is to say in it. */
@ApplicationScoped
class DigestStore {
    private static final String LOOK = "select clock_timestamp(), next_at from digest_turn";

    private static final String TAKE = """
            update digest_turn set next_at = clock_timestamp() + interval '10 minutes'
            where next_at <= clock_timestamp() returning clock_timestamp()""";

    private static final String PLAN = "update digest_turn set next_at = ?1";

    private static final String SENT = """
            update digest_turn set next_at = ?1, sent_at = clock_timestamp(), failures = 0, last_error = null""";

    private static final String FAILED = """
            update digest_turn set next_at = clock_timestamp() + interval '1 minute', failures = failures + 1,
                                   last_error = ?1""";

    private static final String STATE = "select sent_at, next_at, failures, last_error from digest_turn";

    private static final String PAST = """
            select clock, coalesce(team_id, ''), count(*) filter (where kind = 'warned'),
                   count(*) filter (where kind = 'breached'),
                   count(*) filter (where kind = 'breached' and acknowledged_at is null)
            from alert where at > ?1 and at <= ?2 and clock_id is not null group by 1, 2 order by 4 desc, 1, 2 limit 200""";

    private static final String WARNED = """
            select clock, team_id, rep_id, cast(lead_id as text), due_at from clock where state = 'warned'
            order by due_at limit ?1""";

    private static final String ALL_WARNED = "select count(*) from clock where state = 'warned'";
    private static final int LISTED = 30;

    /** @param nextAt {@code null}: not planned yet */
    record Look(Instant now, Instant nextAt) {
        boolean isDue() {
            return nextAt != null && !nextAt.isAfter(now);
        }
    }

    Uni<Look> look(Mutiny.StatelessSession tx) {
        return tx.createNativeQuery(LOOK, Object[].class)
                .getSingleResult()
                .map(row -> new Look(Times.instant(row[0]), Times.instant(row[1])));
    }

    /** The time, if nobody else has it in hand. */
    Uni<List<Instant>> take(Mutiny.StatelessSession tx) {
        return tx.createNativeQuery(TAKE, Instant.class).getResultList();
    }

    Uni<Void> plan(Mutiny.StatelessSession tx, Instant nextAt) {
        return tx.createNativeQuery(PLAN)
                .setParameter(1, nextAt)
                .executeUpdate()
                .replaceWithVoid();
    }

    Uni<Void> sent(Mutiny.StatelessSession tx, Instant nextAt) {
        return tx.createNativeQuery(SENT)
                .setParameter(1, nextAt)
                .executeUpdate()
                .replaceWithVoid();
    }

    /** In a minute somebody tries again. */
    Uni<Void> failed(Mutiny.StatelessSession tx, String error) {
        return tx.createNativeQuery(FAILED)
                .setParameter(1, error)
                .executeUpdate()
                .replaceWithVoid();
    }

    /**
     * How it went.
     *
     * @param sentAt {@code null}: none yet
     * @param failures since then
     * @param lastError {@code null}: none since then
     */
    record State(Instant sentAt, Instant nextAt, int failures, String lastError) {}

    Uni<State> state(Mutiny.StatelessSession tx) {
        return tx.createNativeQuery(STATE, Object[].class)
                .getSingleResult()
                .map(row -> new State(
                        Times.instant(row[0]), Times.instant(row[1]), ((Number) row[2]).intValue(), (String) row[3]));
    }

    /** Of the day before {@code now}; without the quotas. */
    Uni<Digest> read(Mutiny.StatelessSession tx, Instant now) {
        Instant from = now.minus(Duration.ofDays(1));
        return tx.createNativeQuery(PAST, Object[].class)
                .setParameter(1, from)
                .setParameter(2, now)
                .getResultList()
                .chain(past -> tx.createNativeQuery(WARNED, Object[].class)
                        .setParameter(1, LISTED)
                        .getResultList()
                        .chain(warned -> tx.createNativeQuery(ALL_WARNED, Long.class)
                                .getSingleResult()
                                .map(all -> new Digest(
                                        from,
                                        now,
                                        past.stream().map(DigestStore::count).toList(),
                                        warned.stream()
                                                .map(DigestStore::running)
                                                .toList(),
                                        all - warned.size(),
                                        List.of()))));
    }

    private static Count count(Object[] row) {
        return new Count((String) row[0], (String) row[1], number(row[2]), number(row[3]), number(row[4]));
    }

    private static Running running(Object[] row) {
        return new Running((String) row[0], (String) row[1], (String) row[2], (String) row[3], Times.instant(row[4]));
    }

    private static long number(Object column) {
        return ((Number) column).longValue();
    }
}
