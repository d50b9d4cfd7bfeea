package io.leadloop.scoring.rules;

import io.leadloop.agreement.rules.Assessment;

/** What to save, and what to say, after a lead was looked at again. */
public sealed interface ScoringDecision {

    /** Nothing to save, nothing to say. */
    record Kept() implements ScoringDecision {}

    /** The score is another one; what the lead is to the two teams was said before or is not to be said. */
    record Rescored(Assessment assessment) implements ScoringDecision {}

    /**
     * What the lead is to the two teams changed, and they are to hear of it.
     *
     * @param rescored whether the score changed as well
     */
    record Reclassified(Assessment assessment, boolean rescored) implements ScoringDecision {}
}
