package io.leadloop.scoring.learned.rules;

import java.time.Instant;
import java.util.Comparator;
import java.util.Map;
import java.util.UUID;

/**
 * A lead of which the outcome is known.
 *
 * @param at when it was qualified: decides who is earlier and who is later
 * @param traits what was known then
 */
public record Example(UUID leadId, Instant at, Map<String, Trait> traits, boolean won) {

    /** Earlier leads first; one order for one set of examples. */
    static final Comparator<Example> BY_TIME = Comparator.comparing(Example::at).thenComparing(Example::leadId);
}
