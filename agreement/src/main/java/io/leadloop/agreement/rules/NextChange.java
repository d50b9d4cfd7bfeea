package io.leadloop.agreement.rules;

import io.leadloop.agreement.Grade;
import java.time.Instant;

/**
 * When a lead is to be looked at again if nothing happens to it.
 *
 * @param at a whole millisecond
 * @param grade that it has from then on
 */
public record NextChange(Instant at, Grade grade, Cause cause) {

    /** What time does. */
    public enum Cause {
        /** What the lead did has faded. */
        DECAY,
        /** A rule that gave or took points expires; the grade may stay. */
        RULE_EXPIRED
    }
}
