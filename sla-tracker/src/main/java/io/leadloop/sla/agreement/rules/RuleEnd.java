package io.leadloop.sla.agreement.rules;

import java.time.Instant;

/**
 * A rule of the scorecard that the text itself lets end.
 *
 * @param at from which on it counts no more
 */
public record RuleEnd(String rule, Instant at) {}
