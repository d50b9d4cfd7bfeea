package io.leadloop.sla.quota.rules;

import io.leadloop.agreement.QuotaRule;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What is promised of one kind of lead, or to one rep.
 *
 * @param kind {@code all}, {@code persona}, {@code grade} or {@code rep}
 * @param value which one
 */
public record QuotaPart(String kind, Optional<String> value, int promised) {
    public static final String ALL = "all";
    public static final String PERSONA = "persona";
    public static final String GRADE = "grade";
    public static final String REP = "rep";

    /**
     * The parts of a month, in the order in which they are shown. Whole numbers, halves up; what comes to nothing is not promised.
     *
     * @param reps who was offered leads lately, in their order
     */
    public static List<QuotaPart> of(QuotaRule rule, List<String> reps) {
        List<QuotaPart> parts = new ArrayList<>();
        parts.add(new QuotaPart(ALL, Optional.empty(), rule.mqlPerMonth()));
        rule.personas().forEach((name, share) -> add(parts, PERSONA, name, rule.mqlPerMonth() * share));
        rule.grades().forEach((name, share) -> add(parts, GRADE, name, rule.mqlPerMonth() * share));
        rule.reps().forEach((name, share) -> add(parts, REP, name, rule.mqlPerMonth() * share));
        if (rule.perRep()) {
            equalParts(
                    parts,
                    rule,
                    reps.stream().filter(rep -> !rule.reps().containsKey(rep)).toList());
        }
        return parts;
    }

    private static void equalParts(List<QuotaPart> parts, QuotaRule rule, List<String> reps) {
        double left = 1 - sum(rule.reps());
        reps.forEach(rep -> add(parts, REP, rep, rule.mqlPerMonth() * left / reps.size()));
    }

    private static double sum(Map<String, Double> shares) {
        return shares.values().stream().mapToDouble(Double::doubleValue).sum();
    }

    private static void add(List<QuotaPart> parts, String kind, String value, double promised) {
        if (Math.round(promised) > 0) {
            parts.add(new QuotaPart(kind, Optional.of(value), (int) Math.round(promised)));
        }
    }
}
