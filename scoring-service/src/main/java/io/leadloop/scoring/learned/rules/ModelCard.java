package io.leadloop.scoring.learned.rules;

import java.time.Instant;
import java.util.List;

/**
 * What people should know before they believe a model.
 *
 * @param learnedFrom the earlier leads
 * @param judgedOn the later leads, none of which it learned from
 * @param strength of the regularisation, as chosen among the earlier leads alone: smaller holds back more
 * @param verdict in words
 * @param factors the strongest, in words
 */
public record ModelCard(
        Leads learnedFrom,
        Leads judgedOn,
        int traits,
        int columns,
        double strength,
        Judgement judgement,
        String verdict,
        List<Factor> factors) {
    public ModelCard {
        factors = List.copyOf(factors);
    }

    /** Leads by the time at which they were qualified. */
    public record Leads(Instant from, Instant to, int leads, int won, int lost) {

        /** @param examples in the order of their times, not empty */
        static Leads of(List<Example> examples) {
            int won = (int) examples.stream().filter(Example::won).count();
            return new Leads(
                    examples.getFirst().at(), examples.getLast().at(), examples.size(), won, examples.size() - won);
        }
    }

    /**
     * @param odds what it multiplies the odds of an average lead with, all else equal
     * @param leads how many of those that were learned from had it
     * @param wonPercent of those, were won
     */
    public record Factor(String factor, double odds, int leads, double wonPercent, String words) {}
}
