package io.leadloop.scoring.learned.rules;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * A probability as a sum that people can follow: the odds of an average lead, and what each trait adds to their logarithm or takes
 * from it. A trait that the model does not know, or a value that it never saw, counts as average.
 *
 * @param average the log odds of a lead that is average in all traits
 */
public record LearnedModel(double average, List<Part> parts) {
    /** A factor that changes the odds by less than 5 % is not worth a word. */
    private static final double WORTH_A_WORD = Math.log(1.05);

    public LearnedModel {
        parts = List.copyOf(parts);
    }

    /**
     * One trait.
     *
     * @param offset what a lead adds to the log odds before its levels are counted: minus the average over the leads that were
     *     learned from
     */
    public record Part(String trait, double offset, List<Weighed> levels) {
        public Part {
            levels = List.copyOf(levels);
        }

        Coding coding() {
            return new Coding(trait, levels.stream().map(Weighed::level).toList());
        }
    }

    /**
     * One value of a trait.
     *
     * @param leads how many of the leads that were learned from had it
     * @param won how many of those were won
     */
    public record Weighed(Level level, double weight, int leads, int won) {}

    /**
     * What a trait does to a lead's odds.
     *
     * @param factor in words
     * @param odds what the odds are multiplied with, compared with an average lead
     */
    public record Effect(String factor, double odds) {}

    /**
     * @param probability of being won, 0–1
     * @param inFavour what raises it most, strongest first
     * @param against what lowers it most, strongest first
     */
    public record Expectation(double probability, List<Effect> inFavour, List<Effect> against) {}

    /** This model, ready to look at many leads. */
    public Reader reader() {
        return new Reader(this);
    }

    /** Looks leads up; made once for many. */
    public static final class Reader {
        private final LearnedModel model;
        private final List<Coding> codings;

        private Reader(LearnedModel model) {
            this.model = model;
            this.codings = model.parts().stream().map(Part::coding).toList();
        }

        public double probability(Map<String, Trait> traits) {
            double sum = model.average();
            for (int i = 0; i < codings.size(); i++) {
                sum += contribution(i, levels(i, traits));
            }
            return probability(sum);
        }

        /** @param most how many factors in favour and how many against are named */
        public Expectation expect(Map<String, Trait> traits, int most) {
            List<Effect> effects = new ArrayList<>();
            for (int i = 0; i < codings.size(); i++) {
                int[] levels = levels(i, traits);
                double contribution = contribution(i, levels);
                if (Math.abs(contribution) >= WORTH_A_WORD) {
                    effects.add(new Effect(words(i, levels), Math.exp(contribution)));
                }
            }
            Comparator<Effect> rising = Comparator.comparingDouble(Effect::odds);
            return new Expectation(
                    probability(traits),
                    effects.stream()
                            .filter(effect -> effect.odds() > 1)
                            .sorted(rising.reversed())
                            .limit(most)
                            .toList(),
                    effects.stream()
                            .filter(effect -> effect.odds() < 1)
                            .sorted(rising)
                            .limit(most)
                            .toList());
        }

        private int[] levels(int part, Map<String, Trait> traits) {
            return codings.get(part).levelsOf(traits.get(codings.get(part).trait()));
        }

        private double contribution(int place, int[] levels) {
            Part part = model.parts().get(place);
            if (levels.length == 0 && !codings.get(place).isOfWords()) {
                return 0;
            }
            double sum = part.offset();
            for (int level : levels) {
                sum += part.levels().get(level).weight();
            }
            return sum;
        }

        private String words(int place, int[] levels) {
            Part part = model.parts().get(place);
            if (levels.length == 0) {
                return part.trait() + " has none of the usual words";
            }
            List<String> words = new ArrayList<>();
            for (int level : levels) {
                words.add(part.levels().get(level).level().words(words.isEmpty() ? part.trait() : "and"));
            }
            return String.join(" ", words);
        }

        private static double probability(double logOdds) {
            return 1 / (1 + Math.exp(-logOdds));
        }
    }
}
