package io.leadloop.agreement;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How a lead earns points, in words both teams can read. The rules are data here; scoring-service adds them up.
 *
 * @param letters least fit for A, B and C; D below
 * @param numbers least interest for 1, 2 and 3; 4 below
 */
public record Scorecard(AxisRules fit, AxisRules interest, Map<String, Integer> letters, Map<String, Integer> numbers) {

    public Scorecard {
        letters = Map.copyOf(letters);
        numbers = Map.copyOf(numbers);
    }

    /** Every rule of both axes. */
    public Stream<Rule> rules() {
        return Stream.of(fit, interest)
                .flatMap(axis -> axis.groups().stream())
                .flatMap(group -> group.rules().stream());
    }

    /** The grade of two scores: the best letter and the best number whose threshold is reached. */
    public Grade grade(int fitScore, int interestScore) {
        return new Grade(reached(letters, Grade.LETTERS, fitScore), reached(numbers, Grade.NUMBERS, interestScore));
    }

    private static String reached(Map<String, Integer> thresholds, List<String> bestFirst, int score) {
        for (String step : bestFirst) {
            Integer least = thresholds.get(step);
            if (least != null && score >= least) {
                return step;
            }
        }
        return bestFirst.getLast();
    }

    /** @param cap the most points that the axis gives, at most 100 */
    public record AxisRules(int cap, List<RuleGroup> groups) {
        public AxisRules {
            groups = AgreementDocument.listOrEmpty(groups);
        }
    }

    /** Rules that say similar things, so that together they count no more than {@code cap}. */
    public record RuleGroup(String name, int cap, List<Rule> rules) {
        public RuleGroup {
            rules = AgreementDocument.listOrEmpty(rules);
        }
    }

    /**
     * Points for what a lead is ({@code when}) or did ({@code activity}, each time; with {@code when} only for such leads).
     *
     * @param points may be negative
     * @param reason what people read beside the points; the rule's name when the text gives none
     * @param when condition on the lead, see {@link Conditions}; {@code true} when the text gives none
     * @param activity type of activity, for example {@code demo_request}
     * @param halfLife after which an activity counts half; with neither this nor {@code linear} it does not fade
     * @param linear over which an activity fades evenly, to nothing
     * @param expires a date, the last day on which the rule counts, or a time, from which on it does not
     */
    public record Rule(
            String name,
            int points,
            String reason,
            String when,
            Optional<String> activity,
            Optional<Duration> halfLife,
            Optional<Duration> linear,
            Optional<String> expires) {
        public Rule {
            reason = reason == null ? name : reason;
            when = when == null ? Conditions.ALWAYS : when;
        }

        /** @param zone whose days the agreement counts */
        public Optional<Instant> expiresAt(ZoneId zone) {
            return expires.flatMap(text -> Expiry.of(text, zone));
        }
    }
}
