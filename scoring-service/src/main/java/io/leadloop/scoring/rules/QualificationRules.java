package io.leadloop.scoring.rules;

import io.leadloop.agreement.rules.Assessment;
import io.leadloop.events.OnDrop;
import io.leadloop.events.Qualification;
import io.leadloop.scoring.rules.ScoringDecision.Kept;
import io.leadloop.scoring.rules.ScoringDecision.Reclassified;
import io.leadloop.scoring.rules.ScoringDecision.Rescored;
import java.util.Optional;

/**
 * When the others hear of a score.
 *
 * <ul>
 *   <li>A closed lead keeps the score it had.
 *   <li>Any change of the score is told.
 *   <li>A new qualification is told once per change, and only when something live happened: history wakes nobody.
 *   <li>A lead qualifies at most once while Sales has it. If it drops below the line then, the score says so and what the agreement
 *       wants: Sales keeps it, or Marketing has it back and it may qualify again.
 * </ul>
 */
public final class QualificationRules {

    private QualificationRules() {}

    /**
     * @param live whether a live lead did or got something now, as opposed to imported history
     * @param onDrop what the agreement wants of a lead that drops
     */
    public static ScoringDecision decide(Standing before, Assessment now, boolean live, OnDrop onDrop) {
        if (before.closed() && before.last().isPresent()) {
            return new Kept();
        }
        boolean rescored = before.last().filter(now::equals).isEmpty();
        Optional<OnDrop> dropped = before.qualified() && rescored && now.qualification() != Qualification.MQL
                ? Optional.of(onDrop)
                : Optional.empty();
        if (live && dropped.equals(Optional.of(OnDrop.WITHDRAW))) {
            return new Reclassified(now, rescored, dropped);
        }
        if (mayBeTold(before, live) && now.qualification() != before.announced()) {
            return new Reclassified(now, rescored, Optional.empty());
        }
        return rescored ? new Rescored(now, dropped) : new Kept();
    }

    private static boolean mayBeTold(Standing before, boolean live) {
        return live && !before.closed() && !before.qualified();
    }
}
