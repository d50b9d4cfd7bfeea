package io.leadloop.handoff.history.rules;

import java.util.UUID;

/** By what a file names a lead. */
public sealed interface LeadKey {

    record ByLeadId(UUID leadId) implements LeadKey {}

    record ByExternalId(String externalId) implements LeadKey {}

    /** @param email in lower case, as leads have it */
    record ByEmail(String email) implements LeadKey {}
}
