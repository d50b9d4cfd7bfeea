package io.leadloop.scoring.rules;

import io.leadloop.agreement.rules.Assessment;
import io.leadloop.events.OnDrop;
import java.util.Optional;

/** What to save, and what to say, after a lead was looked at again. */
public sealed interface ScoringDecision {

    /** Nothing to save, nothing to say. */
    record Kept() implements ScoringDecision {}

    /**
     * The score is another one; what the lead is to the two teams was said before or is not to be said.
     *
     * @param onDrop what becomes of the lead if Sales has it and it is below the line, empty otherwise
     */
    record Rescored(Assessment assessment, Optional<OnDrop> onDrop) implements ScoringDecision {}

    /**
     * What the lead is to the two teams changed, and they are to hear of it.
     *
     * @param rescored whether the score changed as well
     * @param onDrop present if that is because Marketing has the lead back
     */
    record Reclassified(Assessment assessment, boolean rescored, Optional<OnDrop> onDrop) implements ScoringDecision {}
}
