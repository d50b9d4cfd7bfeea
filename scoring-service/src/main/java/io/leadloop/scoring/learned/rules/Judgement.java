package io.leadloop.scoring.learned.rules;

import java.util.Arrays;
import java.util.List;

/**
 * How a model does on leads that it did not learn from.
 *
 * @param brier the mean squared error of its probabilities
 * @param brierOfBaseRate the same, if every lead is given {@code baseRate}
 * @param baseRate the share of won leads among those that were learned from
 */
public record Judgement(
        RankQuality ranking,
        double brier,
        double brierOfBaseRate,
        double baseRate,
        List<Calibration.Group> calibration) {
    private static final int GROUPS = 10;
    /** With fewer of either, any figure is chance. */
    static final int FEWEST = 5;

    public Judgement {
        calibration = List.copyOf(calibration);
    }

    static boolean isPossible(List<Example> later) {
        long won = later.stream().filter(Example::won).count();
        return won >= FEWEST && later.size() - won >= FEWEST;
    }

    static Judgement of(LearnedModel model, List<Example> later, double baseRate) {
        LearnedModel.Reader reader = model.reader();
        double[] predicted = later.stream()
                .mapToDouble(example -> reader.probability(example.traits()))
                .toArray();
        double[] same = new double[predicted.length];
        Arrays.fill(same, baseRate);
        boolean[] won = Fitting.won(later);
        return new Judgement(
                RankQuality.of(predicted, won),
                Calibration.brier(predicted, won),
                Calibration.brier(same, won),
                baseRate,
                Calibration.table(predicted, won, GROUPS));
    }
}
