package io.leadloop.handoff.routing.rules;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Who gets the lead, and who was considered. */
public sealed interface RoutingDecision {

    /** Everybody in the pool, in the order of their ids. */
    List<Considered> considered();

    record Assigned(String repId, List<Considered> considered) implements RoutingDecision {}

    /**
     * Nobody can take it now; it waits.
     *
     * @param retryAt when the first who is out of office comes back, if anybody is
     */
    record Unroutable(List<Considered> considered, Optional<Instant> retryAt) implements RoutingDecision {}
}
