package io.leadloop.handoff.routing.rules;

import java.util.List;

/** A decision and the pool's reps after it: the next lead of the same batch is routed among these. */
public record Routing(RoutingDecision decision, List<Candidate> after) {}
