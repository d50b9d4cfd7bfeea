package io.leadloop.handoff.reps;

import io.leadloop.http.Caller;
import io.leadloop.http.ProblemException;
import io.leadloop.http.Roles;
import java.util.Optional;

/** Whose reps a caller may change: an admin everybody's, a manager those of the own team. */
record TeamScope(boolean everybody, Optional<String> ownTeam) {

    static TeamScope of(Caller caller) {
        return new TeamScope(caller.has(Roles.ADMIN), caller.teamId());
    }

    void check(String teamId) {
        if (!everybody && !ownTeam.equals(Optional.of(teamId))) {
            throw ProblemException.forbidden("A manager may change the reps of the own team only"
                    + ownTeam.map(team -> ", which is " + team + ".")
                            .orElse("; the token names none in its claim teamId."));
        }
    }
}
