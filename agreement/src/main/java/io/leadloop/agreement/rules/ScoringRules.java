package io.leadloop.agreement.rules;

import io.leadloop.agreement.Agreement;
import io.leadloop.agreement.AgreementDocument.Persona;
import io.leadloop.agreement.Grade;
import io.leadloop.agreement.LeadFacts;
import io.leadloop.agreement.Scorecard;
import io.leadloop.events.Axis;
import io.leadloop.events.Contribution;
import java.time.Instant;
import java.util.List;
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
        LeadFacts facts = LeadFacts.of(lead.profile(), lead.touches());
        Scorecard scorecard = agreement.document().scorecard();
        AxisLines lines = new AxisLines(agreement, facts, lead.activities(), at);
        List<Contribution> fit = lines.of(Axis.FIT, scorecard.fit());
        List<Contribution> interest = lines.of(Axis.INTEREST, scorecard.interest());
        Grade grade = scorecard.grade(sum(fit), sum(interest));
        return new Assessment(
                sum(fit),
                sum(interest),
                grade,
                agreement.persona(facts).map(Persona::name),
                Stream.concat(fit.stream(), interest.stream()).toList(),
                agreement.document().qualification().decide(grade, facts.profileKnown()));
    }

    static int sum(List<Contribution> lines) {
        return lines.stream().mapToInt(Contribution::points).sum();
    }
}
