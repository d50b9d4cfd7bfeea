package io.leadloop.handoff.routing;

import io.leadloop.agreement.AgreementDocument.Pool;
import io.leadloop.handoff.reps.Rep;
import io.leadloop.handoff.reps.Team;
import io.leadloop.handoff.routing.StandingStore.Stored;
import io.leadloop.handoff.routing.rules.Candidate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The locked reps of one batch, as they stand after each of its decisions. */
final class Roster {
    private final Map<String, Rep> reps = new LinkedHashMap<>();
    private final Map<String, Team> teams;
    private final Map<String, Candidate> candidates = new LinkedHashMap<>();

    Roster(List<Rep> reps, Map<String, Team> teams, Map<String, Stored> standings, Map<String, Integer> open) {
        this.teams = teams;
        for (Rep rep : reps) {
            Stored stored = standings.getOrDefault(rep.repId(), Stored.NOTHING);
            this.reps.put(rep.repId(), rep);
            this.candidates.put(rep.repId(), candidate(rep, stored, open.getOrDefault(rep.repId(), 0)));
        }
    }

    /** The pool's reps; who has no capacity of his own has the pool's. */
    List<Candidate> of(Pool pool) {
        return candidates.values().stream()
                .filter(candidate -> pool.teams().contains(candidate.teamId()))
                .map(candidate -> withCapacity(candidate, pool.capacityPerRep()))
                .toList();
    }

    void become(List<Candidate> after) {
        after.forEach(candidate -> candidates.put(candidate.repId(), candidate));
    }

    Collection<Candidate> candidates() {
        return candidates.values();
    }

    Rep rep(String repId) {
        return reps.get(repId);
    }

    Optional<String> managerOf(String teamId) {
        return Optional.ofNullable(teams.get(teamId)).map(Team::managerId);
    }

    private Candidate withCapacity(Candidate candidate, int capacityOfPool) {
        Integer own = reps.get(candidate.repId()).capacity();
        return new Candidate(
                candidate.repId(),
                candidate.teamId(),
                candidate.weight(),
                own == null ? capacityOfPool : own,
                candidate.open(),
                candidate.active(),
                candidate.outOfOfficeUntil(),
                candidate.lastOfferedAt(),
                candidate.standing());
    }

    private static Candidate candidate(Rep rep, Stored stored, int open) {
        return new Candidate(
                rep.repId(),
                rep.teamId(),
                rep.weight(),
                rep.capacity() == null ? 0 : rep.capacity(),
                open,
                rep.active(),
                Optional.ofNullable(rep.outOfOfficeUntil()),
                stored.lastOfferedAt(),
                stored.standing());
    }
}
