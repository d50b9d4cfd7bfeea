package io.leadloop.sla.quota.rules;

/** What there is to tell of a quota. */
public sealed interface QuotaOutcome {

    /** Where it stands. */
    record Paced() implements QuotaOutcome {}

    /** @param share of what should be delivered by now */
    record Warned(double share) implements QuotaOutcome {}

    /** @param chance that it is reached after all */
    record Missed(double chance) implements QuotaOutcome {}
}
