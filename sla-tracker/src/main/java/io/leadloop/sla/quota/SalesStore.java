package io.leadloop.sla.quota;

import io.leadloop.sla.Sight;
import io.leadloop.sla.quota.rules.QuotaMonth;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import org.hibernate.reactive.mutiny.Mutiny;

/** The other direction: how Sales kept its side of the agreement. */
@ApplicationScoped
class SalesStore {
    private static final String COUNT = """
            with heard as (
                select team_id, rep_id, attempts, state = 'offered' as open, state = 'rejected' as rejected,
                       answered_at is not null and state <> 'rejected' as accepted,
                       answered_at is not null and (accept_by is null or answered_at < accept_by) as in_time
                from handed_off
                where offered_at >= ?1 and offered_at < ?2
                  and (cast(?3 as text) is null or team_id = cast(?3 as text))
                  and (cast(?4 as text) is null or rep_id = cast(?4 as text)))
            select case grouping(team_id, rep_id) when 3 then 'all' when 1 then 'team' else 'rep' end as part, team_id,
                   rep_id, count(*), count(*) filter (where open), count(*) filter (where accepted),
                   count(*) filter (where accepted and in_time), count(*) filter (where rejected),
                   count(*) filter (where accepted and attempts > 0), coalesce(sum(attempts), 0)
            from heard group by grouping sets ((), (team_id), (team_id, rep_id))
            order by grouping(team_id, rep_id) desc, team_id, rep_id""";

    /** All there is, then each team, then each rep, as far as the caller may see. */
    Uni<List<SalesAnswer>> count(Mutiny.StatelessSession tx, QuotaMonth month, Sight sight) {
        Optional<Sight.Filter> filter = sight.filter();
        boolean ofTeam = filter.filter(by -> by.field().equals("teamId")).isPresent();
        return tx.createNativeQuery(COUNT, Object[].class)
                .setParameter(1, month.from())
                .setParameter(2, month.until())
                .setParameter(3, ofTeam ? filter.get().value() : null)
                .setParameter(
                        4, filter.isEmpty() || ofTeam ? null : filter.get().value())
                .getResultList()
                .map(rows -> rows.stream()
                        .map(row -> answer(month.month().toString(), row))
                        .filter(answer -> mayBeSeen(answer, sight))
                        .toList());
    }

    /** Sums of less than everything are called by what they are of. */
    private static boolean mayBeSeen(SalesAnswer answer, Sight sight) {
        return switch (sight) {
            case Sight.Everything everything -> true;
            case Sight.Team team -> !answer.part().equals("all");
            case Sight.Own own -> answer.part().equals("rep");
            case Sight.Nothing nothing -> false;
        };
    }

    private static SalesAnswer answer(String month, Object[] row) {
        int open = number(row[4]);
        int offered = number(row[3]);
        int accepted = number(row[5]);
        int acceptedInTime = number(row[6]);
        int attempted = number(row[8]);
        return new SalesAnswer(
                month,
                (String) row[0],
                (String) row[1],
                (String) row[2],
                offered,
                open,
                accepted,
                acceptedInTime,
                SalesAnswer.share(acceptedInTime, offered - open),
                number(row[7]),
                attempted,
                SalesAnswer.share(attempted, accepted),
                number(row[9]));
    }

    private static int number(Object column) {
        return ((Number) column).intValue();
    }
}
