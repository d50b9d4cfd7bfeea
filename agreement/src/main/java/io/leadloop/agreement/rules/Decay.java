package io.leadloop.agreement.rules;

import io.leadloop.agreement.Scorecard.Rule;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * Interest fades: what someone did a month ago says less than what he did today. Each activity counts {@code points × 2^(−age /
 * half-life)}; a rule's sum is rounded half up, once, so that many small remainders do not vanish one by one.
 */
final class Decay {

    private static final int MOST_POINTS = 1_000_000;

    private Decay() {}

    /** @param at an activity after it (clocks differ) counts as new */
    static int points(Rule rule, List<LeadActivity> activities, Instant at) {
        double sum = activities.stream()
                .mapToDouble(activity -> share(rule, activity, at))
                .sorted() // so that the order of the activities cannot show in the last bit
                .sum();
        return (int) Math.clamp(Math.round(rule.points() * sum), -MOST_POINTS, MOST_POINTS);
    }

    private static double share(Rule rule, LeadActivity activity, Instant at) {
        return rule.halfLife()
                .map(halfLife -> StrictMath.pow(2, -age(activity, at) / seconds(halfLife)))
                .orElse(1.0);
    }

    private static double age(LeadActivity activity, Instant at) {
        return Math.max(0, seconds(Duration.between(activity.occurredAt(), at)));
    }

    private static double seconds(Duration duration) {
        return duration.getSeconds() + duration.getNano() / 1e9;
    }
}
