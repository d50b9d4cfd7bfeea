package io.leadloop.handoff.routing;

import io.leadloop.handoff.routing.rules.Considered;
import io.leadloop.handoff.routing.rules.RoutingDecision;
import java.time.Instant;
import java.util.List;

/** A routing decision as it is stored with the hand-off and shown over HTTP: who was considered, and why not. */
record RoutingStory(String pool, Instant decidedAt, List<Line> considered) {

    /** @param verdict a word for programs; {@code reason} says it in a sentence */
    record Line(
            String repId, String verdict, String reason, int weight, long offers, long credit, int open, int capacity) {

        static Line of(Considered rep) {
            return new Line(
                    rep.repId(),
                    rep.verdict().name(),
                    rep.verdict().sentence(),
                    rep.weight(),
                    rep.offers(),
                    rep.credit(),
                    rep.open(),
                    rep.capacity());
        }
    }

    static RoutingStory of(String pool, Instant decidedAt, RoutingDecision decision) {
        return new RoutingStory(
                pool, decidedAt, decision.considered().stream().map(Line::of).toList());
    }
}
