package io.leadloop.handoff.offer.rules;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;

/** What became of a lead. */
public sealed interface Outcome {

    /** @param amount how much, where somebody said so */
    record Won(Optional<Amount> amount) implements Outcome {}

    record Lost(String reason) implements Outcome {}

    /** @param until when Marketing may pass it on again, if that is known */
    record Recycled(String reason, Optional<Instant> until) implements Outcome {}

    /** Two amounts are equal when they are the same money, whatever zeros they are written with. */
    record Amount(BigDecimal value, String currency) {
        public Amount {
            value = value.signum() == 0 ? BigDecimal.ZERO : value.stripTrailingZeros();
            value = value.scale() < 0 ? value.setScale(0) : value;
        }
    }
}
