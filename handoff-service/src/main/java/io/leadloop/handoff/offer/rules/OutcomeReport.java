package io.leadloop.handoff.offer.rules;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;

/** What somebody says became of a lead, before it is known to make sense. */
public record OutcomeReport(
        String outcome,
        Optional<BigDecimal> amount,
        Optional<String> currency,
        Optional<String> reason,
        Optional<Instant> until) {}
