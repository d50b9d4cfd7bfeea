package io.leadloop.handoff.routing.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadloop.handoff.routing.rules.RoutingDecision.Assigned;
import io.leadloop.handoff.routing.rules.RoutingDecision.Unroutable;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class RoutingRulesTest {

    private static final Instant NOW = Instant.parse("2026-03-02T10:00:00Z");

    static Stream<Arguments> choices() {
        Candidate ana = rep("ana");
        Candidate ben = rep("ben");
        return Stream.of(
                choice("equals are told by their id", List.of(ben, ana), "ana"),
                choice("least in the period goes first", List.of(ana.with(had(2)), ben.with(had(1))), "ben"),
                choice(
                        "weight counts: 3 of weight 2 is less than 2 of weight 1",
                        List.of(weight(ana, 2).with(had(3)), ben.with(had(2))),
                        "ana"),
                choice(
                        "credit counts as offers do",
                        List.of(ana.with(new Standing(0, 5, true)), ben.with(had(4))),
                        "ben"),
                choice(
                        "equals are told by who was offered a lead longest ago",
                        List.of(offeredAt(ana, NOW.minusSeconds(1)), offeredAt(ben, NOW.minusSeconds(2))),
                        "ben"),
                choice(
                        "who was never offered one goes before who was",
                        List.of(offeredAt(ana, NOW.minusSeconds(1)), ben),
                        "ben"),
                choice("who is not active is left out", List.of(inactive(ana), ben), "ben"),
                choice("who is out of office is left out", List.of(outUntil(ana, NOW.plusSeconds(1)), ben), "ben"),
                choice("who comes back now is back", List.of(outUntil(ana, NOW), ben), "ana"),
                choice("who is at capacity is left out", List.of(open(ana, 50), ben), "ben"),
                choice("one below capacity still takes one", List.of(open(ana, 49), ben), "ana"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("choices")
    void the_lead_goes_to_who_is_most_due(String rule, List<Candidate> pool, String expected) {
        // When
        RoutingDecision decision =
                RoutingRules.route(pool, Optional.empty(), NOW).decision();

        // Then
        assertThat(decision).isInstanceOfSatisfying(Assigned.class, assigned -> {
            assertThat(assigned.repId()).isEqualTo(expected);
            assertThat(assigned.considered()).hasSameSizeAs(pool);
        });
    }

    @Test
    void the_decision_names_everybody_and_why_not() {
        // Given
        List<Candidate> pool = List.of(
                rep("ana"),
                rep("ben"),
                inactive(rep("chloe")),
                outUntil(rep("dev"), NOW.plusSeconds(60)),
                open(rep("eve"), 50),
                rep("finn"));

        // When
        RoutingDecision decision =
                RoutingRules.route(pool, Optional.of("ana"), NOW).decision();

        // Then
        assertThat(decision.considered())
                .extracting(Considered::sentence)
                .containsExactly(
                        "ana: let it expire or rejected it last time",
                        "ben: chosen",
                        "chloe: not active",
                        "dev: out of office",
                        "eve: at capacity",
                        "finn: others had fewer leads in this period");
    }

    @Test
    void who_had_it_last_waits_for_the_others_even_when_they_are_full() {
        // Given
        List<Candidate> pool = List.of(rep("ana"), open(rep("ben"), 50));

        // When
        RoutingDecision decision =
                RoutingRules.route(pool, Optional.of("ana"), NOW).decision();

        // Then
        assertThat(decision).isInstanceOf(Unroutable.class);
    }

    @Test
    void who_had_it_last_gets_it_again_when_there_will_never_be_anybody_else() {
        // Given
        List<Candidate> pool = List.of(rep("ana"), inactive(rep("ben")));

        // When
        RoutingDecision decision =
                RoutingRules.route(pool, Optional.of("ana"), NOW).decision();

        // Then
        assertThat(decision)
                .isInstanceOfSatisfying(
                        Assigned.class, assigned -> assertThat(assigned.repId()).isEqualTo("ana"));
    }

    @Test
    void a_lead_without_a_rep_is_tried_again_when_the_first_comes_back() {
        // Given
        Instant tomorrow = NOW.plus(Duration.ofDays(1));
        List<Candidate> pool = List.of(
                outUntil(rep("ana"), tomorrow.plusSeconds(60)),
                outUntil(rep("ben"), tomorrow),
                outUntil(inactive(rep("chloe")), NOW.plusSeconds(5)));

        // When
        RoutingDecision decision =
                RoutingRules.route(pool, Optional.empty(), NOW).decision();

        // Then
        assertThat(decision)
                .isInstanceOfSatisfying(
                        Unroutable.class,
                        unroutable -> assertThat(unroutable.retryAt()).contains(tomorrow));
    }

    @Test
    void an_empty_pool_leaves_the_lead_waiting() {
        // When
        RoutingDecision decision =
                RoutingRules.route(List.of(), Optional.empty(), NOW).decision();

        // Then
        assertThat(decision).isEqualTo(new Unroutable(List.of(), Optional.empty()));
    }

    static Candidate rep(String repId) {
        return new Candidate(
                repId, "sales", 1, 50, 0, true, Optional.empty(), Optional.empty(), new Standing(0, 0, true));
    }

    static Candidate weight(Candidate rep, int weight) {
        return new Candidate(
                rep.repId(),
                rep.teamId(),
                weight,
                rep.capacity(),
                rep.open(),
                rep.active(),
                rep.outOfOfficeUntil(),
                rep.lastOfferedAt(),
                rep.standing());
    }

    static Candidate outUntil(Candidate rep, Instant until) {
        return new Candidate(
                rep.repId(),
                rep.teamId(),
                rep.weight(),
                rep.capacity(),
                rep.open(),
                rep.active(),
                Optional.of(until),
                rep.lastOfferedAt(),
                rep.standing());
    }

    static Candidate inactive(Candidate rep) {
        return new Candidate(
                rep.repId(),
                rep.teamId(),
                rep.weight(),
                rep.capacity(),
                rep.open(),
                false,
                rep.outOfOfficeUntil(),
                rep.lastOfferedAt(),
                rep.standing());
    }

    static Candidate open(Candidate rep, int open) {
        return new Candidate(
                rep.repId(),
                rep.teamId(),
                rep.weight(),
                rep.capacity(),
                open,
                rep.active(),
                rep.outOfOfficeUntil(),
                rep.lastOfferedAt(),
                rep.standing());
    }

    private static Candidate offeredAt(Candidate rep, Instant at) {
        return new Candidate(
                rep.repId(),
                rep.teamId(),
                rep.weight(),
                rep.capacity(),
                rep.open(),
                rep.active(),
                rep.outOfOfficeUntil(),
                Optional.of(at),
                rep.standing());
    }

    private static Standing had(long offers) {
        return new Standing(offers, 0, true);
    }

    private static Arguments choice(String rule, List<Candidate> pool, String expected) {
        return Arguments.of(rule, pool, expected);
    }
}
