package io.leadloop.agreement.rules;

import io.leadloop.agreement.Agreement;
import io.leadloop.events.Contribution;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Scores a lead by the agreement, at one moment. The same arguments give the same assessment, on every machine.
 *
 * <ul>
 *   <li>Fit and interest are added up alike, see {@link AxisLines}.
 *   <li>Letter and number come from the agreement's thresholds; together they are the grade.
 *   <li>The grade decides what the lead is to the two teams; one of whom nothing is known is held, not disqualified.
 *   <li>The first persona whose condition holds is the lead's.
 * </ul>
 */
public final class ScoringRules {

    private ScoringRules() {}

    public static Assessment assess(ScoredLead lead, Agreement agreement, Instant at) {
        return ScoreCurve.of(lead, agreement).at(at);
    }

    /** The types of activity for which some rule asks: no others need to be known of a lead. */
    public static Set<String> activityTypes(Agreement agreement) {
        return agreement
                .document()
                .scorecard()
                .rules()
                .flatMap(rule -> Stream.concat(
                        rule.activity().stream(), agreement.conditions().activityTypes(rule.when()).stream()))
                .collect(Collectors.toUnmodifiableSet());
    }

    static int sum(List<Contribution> lines) {
        return lines.stream().mapToInt(Contribution::points).sum();
    }
}
