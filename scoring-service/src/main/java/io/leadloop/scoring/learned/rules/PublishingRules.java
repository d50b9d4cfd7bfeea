package io.leadloop.scoring.learned.rules;

import io.leadloop.scoring.learned.rules.Publishing.Published;
import io.leadloop.scoring.learned.rules.Publishing.Refused;
import io.leadloop.scoring.learned.rules.TrainingResult.Learned;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Whether a new model is shown.
 *
 * <ul>
 *   <li>The first must not rank worse than chance.
 *   <li>A later one must rank the newest leads, of which neither has learned, no worse than the present one does.
 *   <li>What the present one has learned from cannot judge it: then only the leads after that count. If these are too few, the newer
 *       data decide: it is published if it is no worse than chance.
 * </ul>
 */
public final class PublishingRules {
    private static final double CHANCE = 0.5;

    private PublishingRules() {}

    /** The model that is shown now, and the leads that it learned from. */
    public record Present(int version, LearnedModel model, ModelCard card) {}

    public static Publishing decide(Learned candidate, Optional<Present> present) {
        double own = candidate.card().judgement().ranking().auc();
        if (own < CHANCE) {
            return new Refused(String.format(
                    Locale.ROOT, "It ranks later leads worse than chance does: AUC %.3f is below 0.5", own));
        }
        return present.map(shown -> compare(candidate, shown)).orElseGet(Published::new);
    }

    private static Publishing compare(Learned candidate, Present shown) {
        List<Example> unseen = candidate.later().stream()
                .filter(example ->
                        example.at().isAfter(shown.card().learnedFrom().to()))
                .toList();
        if (!Judgement.isPossible(unseen)) {
            return new Published();
        }
        double own = auc(candidate.model(), unseen);
        double theirs = auc(shown.model(), unseen);
        return own >= theirs
                ? new Published()
                : new Refused(String.format(
                        Locale.ROOT,
                        "On the newest %d leads it ranks worse than version %d: AUC %.4f against %.4f",
                        unseen.size(),
                        shown.version(),
                        own,
                        theirs));
    }

    private static double auc(LearnedModel model, List<Example> leads) {
        return Judgement.of(model, leads, CHANCE).ranking().auc();
    }
}
