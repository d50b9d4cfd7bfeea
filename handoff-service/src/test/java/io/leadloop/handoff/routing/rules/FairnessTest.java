package io.leadloop.handoff.routing.rules;

import static io.leadloop.handoff.routing.rules.RoutingRulesTest.inactive;
import static io.leadloop.handoff.routing.rules.RoutingRulesTest.open;
import static io.leadloop.handoff.routing.rules.RoutingRulesTest.outUntil;
import static io.leadloop.handoff.routing.rules.RoutingRulesTest.rep;
import static io.leadloop.handoff.routing.rules.RoutingRulesTest.weight;
import static org.assertj.core.api.Assertions.assertThat;

import io.leadloop.handoff.routing.rules.RoutingDecision.Assigned;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Many leads in a row: does everybody get his part, and nobody two at once. */
class FairnessTest {

    private static final Instant NOW = Instant.parse("2026-03-02T10:00:00Z");

    private final Map<String, Integer> got = new TreeMap<>();
    private Instant time = NOW;

    @Test
    void three_equal_reps_share_300_leads_100_each() {
        // When
        leads(300, List.of(fresh("ana"), fresh("ben"), fresh("chloe")));

        // Then
        assertThat(got).isEqualTo(Map.of("ana", 100, "ben", 100, "chloe", 100));
    }

    @Test
    void weights_2_1_1_share_300_leads_150_75_75() {
        // When
        leads(300, List.of(weight(fresh("ana"), 2), fresh("ben"), fresh("chloe")));

        // Then
        assertThat(got).isEqualTo(Map.of("ana", 150, "ben", 75, "chloe", 75));
    }

    @Test
    void a_newcomer_is_not_flooded_but_shares_from_now_on() {
        // Given
        List<Candidate> pool = new ArrayList<>(leads(200, List.of(fresh("ana"), fresh("ben"))));
        pool.add(fresh("chloe"));
        got.clear();

        // When
        leads(90, pool);

        // Then
        assertThat(got).isEqualTo(Map.of("ana", 30, "ben", 30, "chloe", 30));
    }

    @Test
    void who_comes_back_does_not_have_to_catch_up() {
        // Given
        List<Candidate> pool = leads(30, List.of(fresh("ana"), fresh("ben"), fresh("chloe")));
        List<Candidate> chloeAway = replace(pool, outUntil(pool.get(2), NOW.plusSeconds(86_400)));
        List<Candidate> chloeBack = leads(100, chloeAway).stream()
                .map(candidate -> outUntil(candidate, NOW))
                .toList();
        got.clear();

        // When
        leads(90, chloeBack);

        // Then
        assertThat(got).isEqualTo(Map.of("ana", 30, "ben", 30, "chloe", 30));
    }

    @Test
    void any_pool_in_any_order_gives_the_same_choice_within_capacity() {
        Random random = new Random(20260302);
        for (int round = 0; round < 500; round++) {
            // Given
            List<Candidate> pool = randomPool(random);
            List<Candidate> shuffled = new ArrayList<>(pool);
            Collections.shuffle(shuffled, random);
            Optional<String> hadItLast =
                    random.nextBoolean() ? Optional.of("rep-" + random.nextInt(8)) : Optional.empty();

            // When
            Routing routing = RoutingRules.route(pool, hadItLast, NOW);

            // Then
            assertThat(RoutingRules.route(shuffled, hadItLast, NOW)).isEqualTo(routing);
            assertThat(routing.decision().considered())
                    .filteredOn(considered -> considered.verdict() == Verdict.CHOSEN)
                    .hasSize(routing.decision() instanceof Assigned ? 1 : 0);
            assertThat(routing.after())
                    .allSatisfy(after -> assertThat(after.open())
                            .isLessThanOrEqualTo(Math.max(after.capacity(), openBefore(pool, after))));
        }
    }

    private static int openBefore(List<Candidate> pool, Candidate after) {
        return pool.stream()
                .filter(before -> before.repId().equals(after.repId()))
                .findFirst()
                .orElseThrow()
                .open();
    }

    private static List<Candidate> randomPool(Random random) {
        List<Candidate> pool = new ArrayList<>();
        for (int rep = 0; rep < 1 + random.nextInt(8); rep++) {
            Candidate candidate = open(weight(rep("rep-" + rep), 1 + random.nextInt(3)), random.nextInt(60));
            candidate = random.nextInt(5) == 0 ? inactive(candidate) : candidate;
            candidate = random.nextInt(5) == 0 ? outUntil(candidate, NOW.plusSeconds(random.nextInt(100))) : candidate;
            pool.add(candidate.with(new Standing(random.nextInt(100), random.nextInt(20), random.nextInt(4) != 0)));
        }
        return pool;
    }

    /** Routes leads one after the other; each hand-off is closed before the next lead comes. */
    private List<Candidate> leads(int count, List<Candidate> pool) {
        List<Candidate> reps = pool;
        for (int lead = 0; lead < count; lead++) {
            time = time.plusMillis(1);
            Routing routing = RoutingRules.route(reps, Optional.empty(), time);
            got.merge(((Assigned) routing.decision()).repId(), 1, Integer::sum);
            reps = routing.after().stream().map(rep -> open(rep, 0)).toList();
        }
        return reps;
    }

    private static Candidate fresh(String repId) {
        return rep(repId).with(Standing.NONE);
    }

    private static List<Candidate> replace(List<Candidate> pool, Candidate changed) {
        return pool.stream()
                .map(candidate -> candidate.repId().equals(changed.repId()) ? changed : candidate)
                .toList();
    }
}
