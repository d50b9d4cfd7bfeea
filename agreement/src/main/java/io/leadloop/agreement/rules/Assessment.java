package io.leadloop.agreement.rules;

import io.leadloop.agreement.Grade;
import io.leadloop.events.Contribution;
import io.leadloop.events.Qualification;
import java.util.List;
import java.util.Optional;

/**
 * What the agreement says of a lead at one moment, with every line of the reasoning: a score that nobody can explain is not used.
 * The points of an axis's lines sum to its score.
 */
public record Assessment(
        int fit,
        int interest,
        Grade grade,
        Optional<String> persona,
        List<Contribution> contributions,
        Qualification qualification) {
    public Assessment {
        contributions = List.copyOf(contributions);
    }
}
