package io.leadloop.intake.activity;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;

/** Activities that wait for a lead that is there. */
@ApplicationScoped
class LateActivityStore {
    private static final int PAGE = 2_000;

    /**
     * The last row is the last that was looked at, whether it is late or not. An activity is visible only when its transaction has
     * ended, so those of the last two minutes are looked at again next time.
     */
    private static final String LOOK = """
            with page as (
              select activity_id, email, external_id, recorded_at from activity
              where lead_id is null and (recorded_at, activity_id) > (cast(cast(?1 as text) as timestamptz), cast(?2 as uuid))
              order by recorded_at, activity_id limit ?3)
            select cast(p.activity_id as text), cast(coalesce(e.lead_id, x.lead_id) as text),
              cast(least(p.recorded_at, now() - interval '2 minutes') as text),
              cast(case when p.recorded_at < now() - interval '2 minutes' then p.activity_id
                else cast('00000000-0000-0000-0000-000000000000' as uuid) end as text)
            from page p
            left join lead e on e.email = p.email
            left join lead x on p.email is null and x.external_id = p.external_id
            where e.lead_id is not null or x.lead_id is not null
              or (p.recorded_at, p.activity_id) = (select l.recorded_at, l.activity_id from page l
                                                   order by l.recorded_at desc, l.activity_id desc limit 1)
            order by p.recorded_at, p.activity_id""";

    private static final String JOIN = """
            update activity a set lead_id = l.lead_id
            from unnest(cast(?1 as uuid[]), cast(?2 as uuid[])) l (activity_id, lead_id)
            where a.activity_id = l.activity_id and a.lead_id is null
            returning a.activity_id, a.lead_id, a.email, a.external_id, a.type, a.occurred_at, a.properties""";

    /** Up to where all that waits has been looked at; the time as the database writes it. */
    record Position(String time, UUID activityId) {
        static final Position BEGINNING = new Position("-infinity", new UUID(0, 0));
    }

    record Late(UUID activityId, UUID leadId) {}

    /** @param next where to look from next time */
    record Look(List<Late> late, Position next) {}

    /** At a limited number of those that wait, from a position on. */
    Uni<Look> look(Mutiny.StatelessSession tx, Position from) {
        return tx.createNativeQuery(LOOK, Object[].class)
                .setParameter(1, from.time())
                .setParameter(2, from.activityId())
                .setParameter(3, PAGE)
                .getResultList()
                .map(rows -> new Look(
                        rows.stream()
                                .filter(row -> row[1] != null)
                                .map(row -> new Late(id(row[0]), id(row[1])))
                                .toList(),
                        rows.isEmpty() ? from : new Position((String) rows.getLast()[2], id(rows.getLast()[3]))));
    }

    /** @return those that still waited */
    Uni<List<ActivityRow>> join(Mutiny.StatelessSession tx, List<Late> late) {
        return tx.createNativeQuery(JOIN, ActivityRow.class)
                .setParameter(1, late.stream().map(Late::activityId).toArray(UUID[]::new))
                .setParameter(2, late.stream().map(Late::leadId).toArray(UUID[]::new))
                .getResultList();
    }

    private static UUID id(Object text) {
        return UUID.fromString((String) text);
    }
}
