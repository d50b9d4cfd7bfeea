package io.leadloop.scoring.learned.rules;

import io.leadloop.scoring.learned.rules.LearnedModel.Part;
import io.leadloop.scoring.learned.rules.LearnedModel.Weighed;
import java.util.ArrayList;
import java.util.List;

/** Fits one model to leads, with a given strength, or with the one that does best on the later of them. */
final class Fitting {
    /** How much the data are believed against "nothing matters". */
    static final double[] STRENGTHS = {0.003, 0.01, 0.03, 0.1, 0.3, 1, 3};

    private static final double WITHOUT_COMPARISON = 0.1;
    private static final int CHUNKS = 6;
    private static final int FIRST_JUDGED = 3;

    private final Solver solver;

    Fitting(Solver solver) {
        this.solver = solver;
    }

    /**
     * The strength with the smallest log loss. The leads are cut into {@value #CHUNKS} chunks by time; each of the later half is
     * judged by what was learned from all chunks before it.
     *
     * @param examples in the order of their times
     */
    double strength(List<Example> examples) {
        double[] losses = new double[STRENGTHS.length];
        boolean compared = false;
        for (int chunk = FIRST_JUDGED; chunk < CHUNKS; chunk++) {
            List<Example> before = examples.subList(0, examples.size() * chunk / CHUNKS);
            List<Example> judged =
                    examples.subList(examples.size() * chunk / CHUNKS, examples.size() * (chunk + 1) / CHUNKS);
            if (hasBoth(before) && !judged.isEmpty()) {
                compared = true;
                Encoding encoding = Encoding.of(before);
                int[][] rows = encoding.rows(before);
                int[][] judgedRows = encoding.rows(judged);
                for (int i = 0; i < STRENGTHS.length; i++) {
                    double[] weights = solver.fit(rows, won(before), encoding.columns(), STRENGTHS[i]);
                    losses[i] += logLoss(weights, judgedRows, won(judged));
                }
            }
        }
        return compared ? STRENGTHS[smallest(losses)] : WITHOUT_COMPARISON;
    }

    LearnedModel fit(List<Example> examples, double strength) {
        Encoding encoding = Encoding.of(examples);
        int[][] rows = encoding.rows(examples);
        boolean[] won = won(examples);
        double[] weights = solver.fit(rows, won, encoding.columns(), strength);
        int[] leads = new int[encoding.columns()];
        int[] wins = new int[encoding.columns()];
        for (int lead = 0; lead < rows.length; lead++) {
            for (int column : rows[lead]) {
                leads[column]++;
                wins[column] += won[lead] ? 1 : 0;
            }
        }
        double average = weights[encoding.columns()];
        List<Part> parts = new ArrayList<>();
        for (int i = 0; i < encoding.codings().size(); i++) {
            Coding coding = encoding.codings().get(i);
            List<Weighed> levels = new ArrayList<>();
            double mean = 0;
            for (int level = 0; level < coding.levels().size(); level++) {
                int column = encoding.column(i, level);
                levels.add(new Weighed(coding.levels().get(level), weights[column], leads[column], wins[column]));
                mean += weights[column] * leads[column] / examples.size();
            }
            parts.add(new Part(coding.trait(), -mean, levels));
            average += mean;
        }
        return new LearnedModel(average, parts);
    }

    static boolean[] won(List<Example> examples) {
        boolean[] won = new boolean[examples.size()];
        for (int i = 0; i < won.length; i++) {
            won[i] = examples.get(i).won();
        }
        return won;
    }

    private static boolean hasBoth(List<Example> examples) {
        return examples.stream().anyMatch(Example::won) && examples.stream().anyMatch(example -> !example.won());
    }

    private static double logLoss(double[] weights, int[][] rows, boolean[] won) {
        double sum = 0;
        for (int i = 0; i < rows.length; i++) {
            double logOdds = weights[weights.length - 1];
            for (int column : rows[i]) {
                logOdds += weights[column];
            }
            sum += Math.log1p(Math.exp(won[i] ? -logOdds : logOdds));
        }
        return sum;
    }

    private static int smallest(double[] values) {
        int found = 0;
        for (int i = 1; i < values.length; i++) {
            if (values[i] < values[found]) {
                found = i;
            }
        }
        return found;
    }
}
