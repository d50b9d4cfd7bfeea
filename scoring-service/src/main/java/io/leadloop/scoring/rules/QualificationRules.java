package io.leadloop.scoring.rules;

import io.leadloop.agreement.rules.Assessment;
import io.leadloop.scoring.rules.ScoringDecision.Kept;
import io.leadloop.scoring.rules.ScoringDecision.Reclassified;
import io.leadloop.scoring.rules.ScoringDecision.Rescored;

/**
 * When the others hear of a score.
 *
 * <ul>
 *   <li>A closed lead keeps the score it had.
 *   <li>Any change of the score is told.
 *   <li>A new qualification is told once per change, and only when something live happened: history wakes nobody.
 *   <li>A lead qualifies at most once while it is open. If it drops below the line then, the score says so and nothing else:
 *       nothing is silently taken away from Sales.
 * </ul>
 */
public final class QualificationRules {

    private QualificationRules() {}

    /** @param live whether a live lead did or got something now, as opposed to imported history */
    public static ScoringDecision decide(Standing before, Assessment now, boolean live) {
        if (before.closed() && before.last().isPresent()) {
            return new Kept();
        }
        boolean rescored = before.last().filter(now::equals).isEmpty();
        if (mayBeTold(before, live) && now.qualification() != before.announced()) {
            return new Reclassified(now, rescored);
        }
        return rescored ? new Rescored(now) : new Kept();
    }

    private static boolean mayBeTold(Standing before, boolean live) {
        return live && !before.closed() && !before.qualified();
    }
}
