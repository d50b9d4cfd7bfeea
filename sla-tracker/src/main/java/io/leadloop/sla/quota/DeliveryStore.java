package io.leadloop.sla.quota;

import io.leadloop.events.EventJson;
import io.leadloop.events.HandoffState;
import io.leadloop.sla.quota.rules.WorkableRules;
import io.leadloop.sla.quota.rules.WorkableRules.Fate;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * Who qualified and what Sales made of it, and how many of them count.
 *
 * <p>A lead counts once a month, by its latest qualification in it, if {@link WorkableRules} let it: they go by the last hand-off
 * after that qualification and before the next. Its rep is that hand-off's.
 */
@ApplicationScoped
class DeliveryStore {
    private static final String QUALIFIED = """
            insert into mql (lead_id, qualified_at, grade, persona)
            select "leadId", "qualifiedAt", "grade", "persona"
            from jsonb_to_recordset(cast(cast(?1 as text) as jsonb)) as heard(
                "leadId" uuid, "qualifiedAt" timestamptz, "grade" text, "persona" text)
            on conflict do nothing""";

    /** Older history is nobody's promise any more. */
    private static final String IMPORTED = """
            insert into mql (lead_id, qualified_at)
            select "leadId", "qualifiedAt"
            from jsonb_to_recordset(cast(cast(?1 as text) as jsonb)) as heard("leadId" uuid, "qualifiedAt" timestamptz)
            where "qualifiedAt" > clock_timestamp() - interval '62 days'
            on conflict do nothing""";

    private static final String HANDED_OFF = """
            insert into handed_off (handoff_id, lead_id, lead_version, state, offered_at, accept_by, answered_at,
                                    reject_reason, rep_id, team_id, attempts)
            select "handoffId", "leadId", "leadVersion", "state", "offeredAt", "acceptBy", "answeredAt",
                   "rejectReason", "repId", "teamId", "attempts"
            from jsonb_to_recordset(cast(cast(?1 as text) as jsonb)) as heard(
                "handoffId" uuid, "leadId" uuid, "leadVersion" bigint, "state" text, "offeredAt" timestamptz,
                "acceptBy" timestamptz, "answeredAt" timestamptz, "rejectReason" text, "repId" text, "teamId" text,
                "attempts" int)
            on conflict (handoff_id) do update set
                lead_version = excluded.lead_version, state = excluded.state, accept_by = excluded.accept_by,
                answered_at = excluded.answered_at, reject_reason = excluded.reject_reason, rep_id = excluded.rep_id,
                team_id = excluded.team_id, attempts = excluded.attempts
            where handed_off.lead_version < excluded.lead_version""";

    /**
     * By part and by what became of the last hand-off; which of these count is a rule. The clocks of two databases may differ a little:
     * what is offered is an offer after it qualified.
     */
    private static final String COUNT = """
            with delivered as (
                select distinct on (q.month, m.lead_id)
                       q.month, m.persona, m.grade, h.rep_id, h.state, h.answered, h.reject_reason
                from jsonb_to_recordset(cast(cast(?1 as text) as jsonb)) as q(
                    "month" text, "from" timestamptz, "until" timestamptz)
                join mql m on m.qualified_at >= q."from" and m.qualified_at < q."until"
                left join lateral (
                    select o.rep_id, o.state, o.answered_at is not null as answered,
                           case when o.state = 'rejected' then o.reject_reason end as reject_reason
                    from handed_off o
                    where o.lead_id = m.lead_id and o.offered_at >= m.qualified_at - interval '5 seconds'
                      and not exists (select from mql n
                                      where n.lead_id = m.lead_id and n.qualified_at > m.qualified_at
                                        and n.qualified_at - interval '5 seconds' <= o.offered_at)
                    order by o.offered_at desc limit 1) h on true
                order by q.month, m.lead_id, m.qualified_at desc)
            select month,
                   case grouping(persona, grade, rep_id)
                       when 7 then 'all' when 3 then 'persona' when 5 then 'grade' else 'rep' end,
                   coalesce(persona, grade, rep_id), state, answered, reject_reason, count(*)
            from delivered
            group by month, state, answered, reject_reason, grouping sets ((), (persona), (grade), (rep_id))""";

    private static final String REPS = """
            select distinct on (rep_id) rep_id, team_id from handed_off
            where offered_at >= ?1 and rep_id is not null order by rep_id, offered_at desc""";

    /** {@code grade} and {@code persona} are {@code null} for history */
    record Qualified(UUID leadId, Instant qualifiedAt, String grade, String persona) {}

    /** A hand-off as it was heard of last. */
    record HandedOff(
            UUID handoffId,
            UUID leadId,
            long leadVersion,
            String state,
            Instant offeredAt,
            Instant acceptBy,
            Instant answeredAt,
            String rejectReason,
            String repId,
            String teamId,
            int attempts) {}

    record Span(String month, Instant from, Instant until) {}

    record Rep(String repId, String teamId) {}

    Uni<Void> qualified(Mutiny.StatelessSession tx, Collection<Qualified> heard) {
        return write(tx, QUALIFIED, heard);
    }

    Uni<Void> imported(Mutiny.StatelessSession tx, Collection<Qualified> heard) {
        return write(tx, IMPORTED, heard);
    }

    /** @param heard each hand-off once */
    Uni<Void> handedOff(Mutiny.StatelessSession tx, Collection<HandedOff> heard) {
        return write(tx, HANDED_OFF, heard);
    }

    private static Uni<Void> write(Mutiny.StatelessSession tx, String statement, Collection<?> heard) {
        return heard.isEmpty()
                ? Uni.createFrom().voidItem()
                : tx.createNativeQuery(statement)
                        .setParameter(1, EventJson.write(heard))
                        .executeUpdate()
                        .replaceWithVoid();
    }

    /** @param notWorkable reasons after which a rejected lead does not count; empty: every reason */
    Uni<Delivered> count(Mutiny.StatelessSession tx, Collection<Span> months, Optional<List<String>> notWorkable) {
        Delivered delivered = new Delivered();
        return months.isEmpty()
                ? Uni.createFrom().item(delivered)
                : tx.createNativeQuery(COUNT, Object[].class)
                        .setParameter(1, EventJson.write(months))
                        .getResultList()
                        .invoke(rows -> rows.stream()
                                .filter(row -> WorkableRules.counts(fate(row), notWorkable))
                                .forEach(row -> delivered.add(
                                        (String) row[0],
                                        (String) row[1],
                                        (String) row[2],
                                        ((Number) row[6]).intValue())))
                        .replaceWith(delivered);
    }

    private static Optional<Fate> fate(Object[] row) {
        return Optional.ofNullable((String) row[3])
                .map(state -> new Fate(
                        HandoffState.valueOf(state.toUpperCase(Locale.ROOT)),
                        (Boolean) row[4],
                        Optional.ofNullable((String) row[5])));
    }

    /** Who was offered leads since then. */
    Uni<List<Rep>> reps(Mutiny.StatelessSession tx, Instant since) {
        return tx.createNativeQuery(REPS, Object[].class)
                .setParameter(1, since)
                .getResultList()
                .map(rows -> rows.stream()
                        .map(row -> new Rep((String) row[0], (String) row[1]))
                        .toList());
    }
}
