package io.leadloop.scoring.whatif.rules;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * How many of the pools' leads each team gets, as far as an agreement alone can tell. Which rep of a pool gets a lead is decided when it
 * is offered: by who is there, weights, capacity, and who owns the account, which is known to handoff-service only.
 *
 * <ul>
 *   <li>At least: what goes to pools that are this team's alone.
 *   <li>At most: what goes to all pools that name it.
 *   <li>Expected: each pool's leads shared evenly among its teams.
 * </ul>
 */
public final class TeamShares {

    /** @param atLeast equal to {@code atMost} for a team that shares no pool with another */
    public record Share(double expected, long atLeast, long atMost) {
        public static final Share NONE = new Share(0, 0, 0);

        private static Share of(long leads, int teams) {
            return new Share((double) leads / teams, teams == 1 ? leads : 0, leads);
        }

        private Share plus(Share other) {
            return new Share(expected + other.expected, atLeast + other.atLeast, atMost + other.atMost);
        }
    }

    private TeamShares() {}

    /**
     * Every team that is named, in the order of their names.
     *
     * @param teams by pool
     * @param leads by pool; none for a pool that is missing
     */
    public static Map<String, Share> of(Map<String, List<String>> teams, Map<String, Long> leads) {
        return teams.entrySet().stream()
                .flatMap(pool -> pool.getValue().stream()
                        .distinct()
                        .map(team -> Map.entry(team, Share.of(leads.getOrDefault(pool.getKey(), 0L), (int)
                                pool.getValue().stream().distinct().count()))))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, Share::plus, TreeMap::new));
    }
}
