package io.leadloop.scoring.learned.rules;

import java.util.List;

/** What came of training. */
public sealed interface TrainingResult {

    /**
     * A model with its card.
     *
     * @param later the leads that judged it, to judge others on the same
     */
    record Learned(LearnedModel model, ModelCard card, List<Example> later) implements TrainingResult {
        public Learned {
            later = List.copyOf(later);
        }
    }

    /** Too few outcomes are known. */
    record TooFew(Counts counts) implements TrainingResult {}

    /** There are enough, but the later ones cannot judge. */
    record NotJudged(Counts counts, String reason) implements TrainingResult {}
}
