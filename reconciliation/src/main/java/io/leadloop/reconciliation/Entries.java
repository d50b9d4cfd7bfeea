package io.leadloop.reconciliation;

import io.leadloop.reconciliation.rules.Entry;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * All entries of some buckets.
 *
 * @param quarantinedLeads leads with an event among this service's dead letters, whether or not the account knows them
 */
public record Entries(List<Entry> entries, Set<UUID> quarantinedLeads) {
    public Entries {
        entries = List.copyOf(entries);
        quarantinedLeads = Set.copyOf(quarantinedLeads);
    }
}
