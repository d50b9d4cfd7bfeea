package io.leadloop.handoff.reps;

import io.leadloop.http.PageRequest;
import io.leadloop.http.ProblemException;
import io.leadloop.messaging.Database;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.hibernate.reactive.mutiny.Mutiny;

/** Keeps teams and reps. Whatever changes a rep may let a waiting lead through. */
@ApplicationScoped
class KeepReps {
    private final Database database;
    private final RepStore store;
    private final Availability availability;

    KeepReps(Database database, RepStore store, Availability availability) {
        this.database = database;
        this.store = store;
        this.availability = availability;
    }

    Uni<List<RepRow>> list(PageRequest page) {
        return database.transaction(tx -> store.list(tx, page));
    }

    Uni<Rep> get(String repId) {
        return database.transaction(tx -> store.find(tx, repId)).map(found -> found.orElseThrow(() -> noRep(repId)));
    }

    Uni<Rep> create(Rep rep, TeamScope scope) {
        return changing(tx -> team(tx, rep, scope)
                .chain(() -> store.insertIfNew(tx, rep))
                .map(isNew -> {
                    if (!isNew) {
                        throw new ProblemException(
                                409,
                                "rep-exists",
                                "There is a rep of that id",
                                "Change the rep with PUT /v1/reps/" + rep.repId() + ", or take another repId.");
                    }
                    return rep;
                }));
    }

    Uni<Rep> replace(Rep rep, TeamScope scope) {
        return changing(tx -> locked(tx, rep.repId(), scope)
                .chain(() -> team(tx, rep, scope))
                .chain(() -> store.update(tx, rep))
                .replaceWith(rep));
    }

    Uni<Void> delete(String repId, TeamScope scope) {
        return database.transaction(tx -> locked(tx, repId, scope)
                .call(rep -> store.openHandoffs(tx, repId).invoke(KeepReps::refuseIfAny))
                .chain(rep -> store.delete(tx, rep)));
    }

    Uni<Team> team(String teamId) {
        return database.transaction(tx -> store.team(tx, teamId))
                .map(found -> found.orElseThrow(
                        () -> ProblemException.notFound("There is no team " + teamId + ". PUT makes it.")));
    }

    Uni<Team> save(Team team, TeamScope scope) {
        scope.check(team.teamId());
        return database.transaction(tx -> store.save(tx, team).replaceWith(team));
    }

    private Uni<Rep> changing(Function<Mutiny.StatelessSession, Uni<Rep>> work) {
        return database.transaction(tx -> work.apply(tx).call(() -> availability.changed(tx)))
                .invoke(availability::announce);
    }

    private Uni<Rep> locked(Mutiny.StatelessSession tx, String repId, TeamScope scope) {
        return store.lock(tx, repId)
                .map(found -> found.orElseThrow(() -> noRep(repId)))
                .invoke(rep -> scope.check(rep.teamId()));
    }

    private Uni<Optional<Team>> team(Mutiny.StatelessSession tx, Rep rep, TeamScope scope) {
        scope.check(rep.teamId());
        return store.team(tx, rep.teamId()).invoke(team -> {
            if (team.isEmpty()) {
                throw ProblemException.invalid(
                        "teamId",
                        "there is no team " + rep.teamId() + "; make it first with PUT /v1/teams/" + rep.teamId());
            }
        });
    }

    private static void refuseIfAny(long open) {
        if (open > 0) {
            throw new ProblemException(
                    409,
                    "open-handoffs",
                    "The rep has open hand-offs",
                    open + " hand-offs are offered to the rep or accepted. Set active to false, so that no more come,"
                            + " and delete the rep when they have ended.");
        }
    }

    private static ProblemException noRep(String repId) {
        return ProblemException.notFound("There is no rep " + repId + ".");
    }
}
