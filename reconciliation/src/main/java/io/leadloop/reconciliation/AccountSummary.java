package io.leadloop.reconciliation;

import java.util.Map;

/**
 * An account in numbers; {@code entries} is the sum of {@code states} and {@code quarantined}.
 *
 * @param quarantined of whose lead an event lies among this service's dead letters and waits
 * @param inFlight of all these, those about which this service recorded an event less than a minute ago
 */
public record AccountSummary(
        String account, String meaning, long entries, Map<String, Long> states, long quarantined, long inFlight) {
    public AccountSummary {
        states = Map.copyOf(states);
    }
}
