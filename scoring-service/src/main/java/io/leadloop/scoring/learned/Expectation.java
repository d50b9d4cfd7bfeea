package io.leadloop.scoring.learned;

import io.leadloop.scoring.learned.rules.LearnedModel;
import io.leadloop.scoring.learned.rules.LearnedModel.Effect;
import java.util.List;

/**
 * How likely a lead is to be won, by the model that is shown. Advice: no rule of the agreement looks at it.
 *
 * @param probability 0–1; absent while no model is shown
 * @param inFavour what raises it most; {@code odds} is what each multiplies the odds of an average lead with
 * @param against what lowers it most
 * @param note how much to believe it, or why there is none
 */
public record Expectation(
        Integer modelVersion, Double probability, List<Effect> inFavour, List<Effect> against, String note) {

    static Expectation none() {
        return new Expectation(
                null,
                null,
                List.of(),
                List.of(),
                "Not known yet: GET /v1/learned-model says how many outcomes are missing.");
    }

    static Expectation of(PresentModel.Ready model, LearnedModel.Expectation found) {
        return new Expectation(
                model.version(),
                rounded(found.probability(), 10_000),
                found.inFavour().stream().map(Expectation::rounded).toList(),
                found.against().stream().map(Expectation::rounded).toList(),
                model.verdict());
    }

    private static Effect rounded(Effect effect) {
        return new Effect(effect.factor(), rounded(effect.odds(), 100));
    }

    private static double rounded(double value, int parts) {
        return Math.round(value * parts) / (double) parts;
    }
}
