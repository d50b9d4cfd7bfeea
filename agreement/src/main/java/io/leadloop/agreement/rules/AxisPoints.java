package io.leadloop.agreement.rules;

import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;

/**
 * An axis without its words: the rules that count and their points. Score rises with each of them, so that bounds of the points
 * are bounds of the score.
 *
 * @param points by group and rule
 */
record AxisPoints(List<List<LeadRule>> rules, int[] caps, int[][] points) {

    static AxisPoints of(List<LeadGroup> groups, Predicate<LeadRule> counts, Instant at) {
        List<List<LeadRule>> counted = groups.stream()
                .map(group -> group.rules().stream().filter(counts).toList())
                .toList();
        int[] caps = groups.stream().mapToInt(LeadGroup::cap).toArray();
        return new AxisPoints(counted, caps, points(counted, at));
    }

    /** The same rules at another moment. */
    AxisPoints at(Instant at) {
        return new AxisPoints(rules, caps, points(rules, at));
    }

    boolean fades() {
        return rules.stream().anyMatch(group -> group.stream().anyMatch(LeadRule::fades));
    }

    int score(int cap) {
        return score(cap, points);
    }

    /** The least that the score can be where each rule's points lie between those here and those of the other. */
    int least(int cap, AxisPoints other) {
        return score(cap, merged(other, true));
    }

    int most(int cap, AxisPoints other) {
        return score(cap, merged(other, false));
    }

    private int score(int cap, int[][] each) {
        int sum = 0;
        for (int group = 0; group < each.length; group++) {
            int ofGroup = 0;
            for (int one : each[group]) {
                ofGroup += one;
            }
            sum += Math.min(ofGroup, caps[group]);
        }
        return Math.clamp(sum, 0, cap);
    }

    private int[][] merged(AxisPoints other, boolean least) {
        int[][] merged = new int[points.length][];
        for (int group = 0; group < points.length; group++) {
            merged[group] = new int[points[group].length];
            for (int rule = 0; rule < merged[group].length; rule++) {
                int one = points[group][rule];
                int another = other.points[group][rule];
                merged[group][rule] = least ? Math.min(one, another) : Math.max(one, another);
            }
        }
        return merged;
    }

    private static int[][] points(List<List<LeadRule>> rules, Instant at) {
        int[][] points = new int[rules.size()][];
        for (int group = 0; group < points.length; group++) {
            points[group] =
                    rules.get(group).stream().mapToInt(rule -> rule.points(at)).toArray();
        }
        return points;
    }
}
