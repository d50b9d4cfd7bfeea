package io.leadloop.agreement.rules;

import io.leadloop.agreement.Scorecard.Rule;
import java.time.Instant;
import java.util.Optional;

/**
 * What one rule says of one lead.
 *
 * @param activities that it counts; empty for a rule on what the lead is
 * @param expiresAt from when on it counts no more
 */
record LeadRule(Rule rule, Optional<Fading> activities, Optional<Instant> expiresAt) {

    boolean isOver(Instant at) {
        return expiresAt.filter(end -> !at.isBefore(end)).isPresent();
    }

    boolean fades() {
        return activities.filter(Fading::fades).isPresent();
    }

    int points(Instant at) {
        return activities.map(counted -> counted.points(at)).orElse(rule.points());
    }
}
