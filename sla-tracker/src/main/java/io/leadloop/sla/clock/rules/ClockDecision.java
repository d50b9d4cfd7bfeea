package io.leadloop.sla.clock.rules;

import java.util.List;

/** What to save, and what to publish. */
public record ClockDecision(ClockStatus status, List<ClockOutcome> outcomes) {

    public ClockDecision {
        outcomes = List.copyOf(outcomes);
    }

    static ClockDecision nothingNew(ClockStatus status) {
        return silently(status);
    }

    /** A change that nobody needs to be told of. */
    static ClockDecision silently(ClockStatus status) {
        return new ClockDecision(status, List.of());
    }

    static ClockDecision of(ClockStatus status, ClockOutcome outcome) {
        return new ClockDecision(status, List.of(outcome));
    }
}
