package io.leadloop.scoring.learned.rules;

import io.leadloop.scoring.learned.rules.TrainingResult.Learned;
import io.leadloop.scoring.learned.rules.TrainingResult.NotJudged;
import io.leadloop.scoring.learned.rules.TrainingResult.TooFew;
import java.util.List;

/**
 * Learns from the earlier {@value #EARLIER_PERCENT} % of the leads and is judged on the rest.
 *
 * <ul>
 *   <li>Time decides who is earlier: a model must do well on leads that come after those it knows.
 *   <li>Which values are columns, where numbers are cut, and how strongly it is held back is all decided on the earlier leads alone.
 *   <li>The model that was judged is the model that is used: the card speaks of no other.
 * </ul>
 */
public final class Training {
    static final int EARLIER_PERCENT = 70;

    private final Fitting fitting;

    public Training(Solver solver) {
        this.fitting = new Fitting(solver);
    }

    public TrainingResult train(List<Example> examples) {
        List<Example> inTime = examples.stream().sorted(Example.BY_TIME).toList();
        int won = (int) inTime.stream().filter(Example::won).count();
        Counts counts = new Counts(won, inTime.size() - won);
        if (!counts.areEnough()) {
            return new TooFew(counts);
        }
        int cut = (int) ((long) inTime.size() * EARLIER_PERCENT / 100);
        List<Example> earlier = inTime.subList(0, cut);
        List<Example> later = inTime.subList(cut, inTime.size());
        if (!Judgement.isPossible(earlier) || !Judgement.isPossible(later)) {
            return new NotJudged(
                    counts,
                    "The earlier %d leads have %s, the later %d have %s; each part needs at least %d won and %d lost"
                            .formatted(
                                    earlier.size(),
                                    outcomes(earlier),
                                    later.size(),
                                    outcomes(later),
                                    Judgement.FEWEST,
                                    Judgement.FEWEST));
        }
        double strength = fitting.strength(earlier);
        LearnedModel model = fitting.fit(earlier, strength);
        return new Learned(model, card(model, earlier, later, strength), later);
    }

    private static ModelCard card(LearnedModel model, List<Example> earlier, List<Example> later, double strength) {
        ModelCard.Leads learnedFrom = ModelCard.Leads.of(earlier);
        Judgement judgement = Judgement.of(model, later, (double) learnedFrom.won() / learnedFrom.leads());
        return new ModelCard(
                learnedFrom,
                ModelCard.Leads.of(later),
                model.parts().size(),
                model.parts().stream().mapToInt(part -> part.levels().size()).sum(),
                strength,
                judgement,
                Wording.verdict(judgement),
                Wording.factors(model, earlier.size()));
    }

    private static String outcomes(List<Example> leads) {
        long won = leads.stream().filter(Example::won).count();
        return won + " won and " + (leads.size() - won) + " lost";
    }
}
