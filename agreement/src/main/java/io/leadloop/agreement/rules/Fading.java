package io.leadloop.agreement.rules;

import io.leadloop.agreement.Scorecard.Rule;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/**
 * What one rule's activities are still worth. Interest fades: what someone did a month ago says less than what he did today.
 *
 * <ul>
 *   <li>By half-life an activity counts {@code points × 2^(−age / half-life)}, linearly {@code points × (1 − age / time)} down to
 *       nothing, with neither it does not fade.
 *   <li>A rule's sum is rounded half up, once, so that many small remainders do not vanish one by one.
 *   <li>An activity after the moment (clocks differ) counts as new.
 * </ul>
 *
 * <p>From the newest activity on, the points only come nearer to zero as time passes: {@link ScoreCurve} depends on it.
 */
final class Fading {

    private static final int MOST_POINTS = 1_000_000;

    private final Rule rule;
    private final List<Instant> newestFirst;
    /** The sum of the shares at the time of the newest: all halve together, so that later ones follow from it. */
    private final double whenNewest;

    Fading(Rule rule, List<Instant> times) {
        this.rule = rule;
        this.newestFirst = times.stream().sorted(Comparator.reverseOrder()).toList();
        this.whenNewest = newestFirst.isEmpty() ? 0 : sum(newestFirst.getFirst());
    }

    boolean fades() {
        return rule.halfLife().isPresent() || rule.linear().isPresent();
    }

    Instant newest() {
        return newestFirst.getFirst();
    }

    int count() {
        return newestFirst.size();
    }

    int points(Instant at) {
        double shares = rule.halfLife().isPresent() && !at.isBefore(newest())
                ? whenNewest * halved(newest(), at, rule.halfLife().get())
                : sum(at);
        return (int) Math.clamp(Math.round(rule.points() * shares), -MOST_POINTS, MOST_POINTS);
    }

    /** In the order of the activities' times, so that the order in which they came cannot show in the last bit. */
    private double sum(Instant at) {
        double sum = 0;
        for (Instant time : newestFirst) {
            sum += share(time, at);
        }
        return sum;
    }

    private double share(Instant time, Instant at) {
        if (rule.halfLife().isPresent()) {
            return halved(time, at, rule.halfLife().get());
        }
        return rule.linear().isPresent()
                ? Math.max(0, 1 - age(time, at) / seconds(rule.linear().get()))
                : 1;
    }

    private static double halved(Instant time, Instant at, Duration halfLife) {
        return StrictMath.pow(2, -age(time, at) / seconds(halfLife));
    }

    private static double age(Instant time, Instant at) {
        return Math.max(0, seconds(Duration.between(time, at)));
    }

    private static double seconds(Duration duration) {
        return duration.getSeconds() + duration.getNano() / 1e9;
    }
}
