package io.leadloop.reconciliation.rules;

import java.util.List;
import java.util.Map;

/**
 * What looking into some buckets has found.
 *
 * @param told how many entries the producer counts in them
 * @param agreed those that the consumer has alike, by its states
 */
public record Drilled(long told, Map<String, Long> agreed, List<Difference> differences) {
    public Drilled {
        agreed = Map.copyOf(agreed);
        differences = List.copyOf(differences);
    }
}
