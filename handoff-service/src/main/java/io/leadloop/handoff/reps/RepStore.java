package io.leadloop.handoff.reps;

import io.leadloop.http.Cursor;
import io.leadloop.http.PageRequest;
import io.leadloop.http.ProblemException;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.hibernate.reactive.mutiny.Mutiny;

/** The tables of reps and teams. */
@ApplicationScoped
public class RepStore {
    private static final String LOCK_TEAMS =
            "select * from rep where team_id = any(cast(?1 as text[])) order by rep_id for update";
    private static final String LOCK_ONE = "select * from rep where rep_id = ?1 for update";
    private static final String INSERT = """
            insert into rep (rep_id, name, team_id, weight, zone, active) values (?1, ?2, ?3, ?4, ?5, ?6)
            on conflict do nothing""";
    private static final String LIST = """
            select * from rep where (created_at, number) < (cast(cast(?1 as text) as timestamptz), ?2)
            order by created_at desc, number desc limit ?3""";
    private static final String OPEN =
            "select count(*) from handoff where rep_id = ?1 and state in ('offered', 'accepted')";

    /** Locks the reps of these teams in the order of their ids: one router at a time chooses among them. */
    public Uni<List<Rep>> lockTeams(Mutiny.StatelessSession tx, Collection<String> teamIds) {
        return tx.createNativeQuery(LOCK_TEAMS, RepRow.class)
                .setParameter(1, teamIds.toArray(String[]::new))
                .getResultList()
                .map(rows -> rows.stream().map(Rep::of).toList());
    }

    /** By their ids. */
    public Uni<Map<String, Team>> teams(Mutiny.StatelessSession tx, Collection<String> teamIds) {
        return tx.createNativeQuery("select * from team where team_id = any(cast(?1 as text[]))", TeamRow.class)
                .setParameter(1, teamIds.toArray(String[]::new))
                .getResultList()
                .map(rows -> rows.stream().map(Team::of).collect(Collectors.toMap(Team::teamId, team -> team)));
    }

    Uni<List<RepRow>> list(Mutiny.StatelessSession tx, PageRequest page) {
        Optional<Cursor> from = page.from();
        return tx.createNativeQuery(LIST, RepRow.class)
                .setParameter(1, from.map(cursor -> cursor.at().toString()).orElse("infinity"))
                .setParameter(2, from.map(RepStore::number).orElse(0L))
                .setParameter(3, page.limit() + 1)
                .getResultList();
    }

    Uni<Optional<Rep>> find(Mutiny.StatelessSession tx, String repId) {
        return tx.get(RepRow.class, repId).map(row -> Optional.ofNullable(row).map(Rep::of));
    }

    Uni<Optional<Rep>> lock(Mutiny.StatelessSession tx, String repId) {
        return tx.createNativeQuery(LOCK_ONE, RepRow.class)
                .setParameter(1, repId)
                .getSingleResultOrNull()
                .map(row -> Optional.ofNullable(row).map(Rep::of));
    }

    /** @return whether the id was free */
    Uni<Boolean> insertIfNew(Mutiny.StatelessSession tx, Rep rep) {
        return tx.createNativeQuery(INSERT)
                .setParameter(1, rep.repId())
                .setParameter(2, rep.name())
                .setParameter(3, rep.teamId())
                .setParameter(4, rep.weight())
                .setParameter(5, rep.zone())
                .setParameter(6, rep.active())
                .executeUpdate()
                .chain(inserted -> inserted == 0
                        ? Uni.createFrom().item(false)
                        : update(tx, rep).replaceWith(true));
    }

    Uni<Void> update(Mutiny.StatelessSession tx, Rep rep) {
        return tx.update(rep.row());
    }

    Uni<Void> delete(Mutiny.StatelessSession tx, Rep rep) {
        return tx.delete(rep.row());
    }

    Uni<Long> openHandoffs(Mutiny.StatelessSession tx, String repId) {
        return tx.createNativeQuery(OPEN, Long.class).setParameter(1, repId).getSingleResult();
    }

    Uni<Optional<Team>> team(Mutiny.StatelessSession tx, String teamId) {
        return tx.get(TeamRow.class, teamId).map(row -> Optional.ofNullable(row).map(Team::of));
    }

    Uni<Void> save(Mutiny.StatelessSession tx, Team team) {
        return tx.upsert(team.row());
    }

    private static long number(Cursor cursor) {
        try {
            return Long.parseLong(cursor.id());
        } catch (NumberFormatException notOurs) {
            throw ProblemException.invalid("cursor", "is not one that this list gave; start again without it");
        }
    }
}
