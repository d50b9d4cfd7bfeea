package io.leadloop.reconciliation.rules;

import java.util.UUID;

/**
 * One line of an account.
 *
 * @param id what the account counts: leads, or hand-offs
 * @param version what both sides must agree on: how many events were said or heard; 0 is noted but not counted
 * @param state in this service's own words
 * @param inFlight an event about the lead was recorded here less than a minute ago by the database's clock
 */
public record Entry(UUID id, UUID leadId, long version, String state, boolean inFlight) {
    boolean isCounted() {
        return version > 0;
    }
}
