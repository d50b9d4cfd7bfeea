package io.leadloop.reconciliation;

import java.time.Instant;
import java.util.List;

/**
 * What one service says of itself.
 *
 * @param at by the service's database
 * @param deadLetters that wait, also those that name no lead
 */
public record OwnBooks(String service, Instant at, List<AccountSummary> accounts, long deadLetters) {
    public OwnBooks {
        accounts = List.copyOf(accounts);
    }
}
