package io.leadloop.sla.clock.rules;

import io.leadloop.agreement.ClockRule;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * When enough was tried.
 *
 * <ul>
 *   <li>An attempt counts when the agreement's spacing has passed, around the clock, since the last one that counted.
 *   <li>With the last one that is owed the promise is kept.
 *   <li>An attempt that reached the lead keeps it at once, counted or not.
 * </ul>
 */
public final class AttemptRules {

    private AttemptRules() {}

    /** @param attempts in any order */
    public static Optional<Instant> keptAt(List<Tried> attempts, ClockRule rule) {
        List<Tried> inOrder =
                attempts.stream().sorted(Comparator.comparing(Tried::at)).toList();
        Optional<Instant> lastCounted = Optional.empty();
        int counted = 0;
        for (Tried attempt : inOrder) {
            if (rule.until().filter(attempt.result()::equals).isPresent()) {
                return Optional.of(attempt.at());
            }
            if (lastCounted
                    .filter(last -> attempt.at().isBefore(last.plus(rule.spacing())))
                    .isEmpty()) {
                lastCounted = Optional.of(attempt.at());
                counted++;
            }
            if (counted == rule.count()) {
                return Optional.of(attempt.at());
            }
        }
        return Optional.empty();
    }
}
