package io.leadloop.reconciliation.rules;

import java.util.List;
import java.util.Map;

/**
 * What a producer told equals what a consumer has of it, and where the rest is:
 * {@code told = states + quarantined + inFlight + missing + different + notCompared}.
 *
 * @param states what the consumer has and agrees on, in its words
 * @param unknown kept by the consumer and not known to the producer; beside the sum
 * @param notCompared entries in buckets that differ and were not looked into, because there were too many
 * @param differences the first of them, those that are all right left out
 */
public record Equation(
        long told,
        Map<String, Long> states,
        long quarantined,
        long inFlight,
        long missing,
        long different,
        long notCompared,
        long unknown,
        List<Difference> differences) {
    public Equation {
        states = Map.copyOf(states);
        differences = List.copyOf(differences);
    }

    public boolean isBalanced() {
        return missing == 0 && different == 0 && notCompared == 0 && unknown == 0;
    }
}
