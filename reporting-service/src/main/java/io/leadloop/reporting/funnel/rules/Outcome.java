package io.leadloop.reporting.funnel.rules;

import io.leadloop.events.Money;
import java.time.Instant;
import java.util.Optional;

/**
 * What became of the lead, as the closed loop says.
 *
 * @param persona at hand-off; for imported history as the file says
 * @param amount only of a won lead, and only when somebody said how much
 */
public record Outcome(
        Kind kind,
        Instant at,
        Optional<String> repId,
        Optional<String> persona,
        Optional<String> reason,
        Optional<Money> amount) {

    /** {@code RETURNED}: Sales rejected the offer, so it was never an SQL; the others were worked by Sales. */
    public enum Kind {
        WON,
        LOST,
        RECYCLED,
        RETURNED
    }
}
