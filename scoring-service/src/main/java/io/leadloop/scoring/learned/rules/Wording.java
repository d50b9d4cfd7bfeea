package io.leadloop.scoring.learned.rules;

import io.leadloop.scoring.learned.rules.LearnedModel.Part;
import io.leadloop.scoring.learned.rules.LearnedModel.Weighed;
import io.leadloop.scoring.learned.rules.ModelCard.Factor;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** A model and its judgement in words. */
final class Wording {
    private static final int MOST_FACTORS = 20;

    private Wording() {}

    /** Strong is what changes the odds much, in many leads: the weight times the spread of the level among them. */
    static List<Factor> factors(LearnedModel model, int leads) {
        record Strong(Factor factor, double strength) {}
        return model.parts().stream()
                .flatMap(part -> part.levels().stream()
                        .filter(level -> level.leads() > 0)
                        .map(level -> {
                            double share = (double) level.leads() / leads;
                            double effect = effect(part, level);
                            return new Strong(
                                    factor(part, level, effect), Math.abs(effect) * Math.sqrt(share * (1 - share)));
                        }))
                .sorted(Comparator.comparingDouble(Strong::strength).reversed())
                .limit(MOST_FACTORS)
                .map(Strong::factor)
                .toList();
    }

    static String verdict(Judgement judgement) {
        RankQuality ranking = judgement.ranking();
        String figures = String.format(
                Locale.ROOT,
                "AUC %.2f (95 %% interval %.2f to %.2f) on %d later leads.",
                ranking.auc(),
                ranking.low(),
                ranking.high(),
                ranking.won() + ranking.lost());
        if (!ranking.isBetterThanChance()) {
            return "These leads do not show that it tells who will be won any better than chance: " + figures;
        }
        String probabilities = judgement.brier() < judgement.brierOfBaseRate()
                ? "Its probabilities are closer to what happened than the base rate."
                : "But its probabilities are no closer to what happened than the base rate: use it to rank only.";
        return "It ranks leads that were won above others in " + Math.round(100 * ranking.auc()) + " of 100 pairs: "
                + figures + " " + probabilities;
    }

    /** Of a word: having it against not having it. Of a value: against the average lead. */
    private static double effect(Part part, Weighed level) {
        return level.level().kind() == Level.Kind.HAS ? level.weight() : level.weight() + part.offset();
    }

    private static Factor factor(Part part, Weighed level, double effect) {
        double wonPercent = 100.0 * level.won() / level.leads();
        String factor = level.level().words(part.trait());
        double odds = Math.exp(effect);
        String words = String.format(
                Locale.ROOT,
                "%s: the odds of winning are %s; of %,d such leads %.1f %% were won",
                factor,
                compared(odds),
                level.leads(),
                wonPercent);
        return new Factor(factor, odds, level.leads(), wonPercent, words);
    }

    private static String compared(double odds) {
        if (odds >= 1.05) {
            return String.format(Locale.ROOT, "%.1f times the average", odds);
        }
        return odds <= 0.95 ? String.format(Locale.ROOT, "%.0f %% of the average", 100 * odds) : "about the average";
    }
}
