package io.leadloop.scoring.learned.rules;

import java.util.Arrays;
import java.util.Comparator;

/**
 * How well a number ranks the won above the lost: the area under the ROC curve, which is the share of pairs of one won and one
 * lost in which the won has the larger number (ties count half), and its 95 % interval.
 *
 * <p>The interval is {@code auc ± 1.96 · se} within 0 and 1, with the variance of DeLong, DeLong and Clarke-Pearson (Biometrics 44,
 * 1988): {@code var(V10)/won + var(V01)/lost}, where V10 of a won lead is the share of the lost that it beats, and V01 of a lost
 * lead the share of the won that beat it. Worked out from midranks (Sun and Xu, IEEE Signal Processing Letters 21, 2014).
 */
public record RankQuality(double auc, double low, double high, int won, int lost) {
    private static final double NORMAL_97_5 = 1.959963984540054;

    /**
     * @param predicted one number a lead
     * @param won who of them was won
     * @throws IllegalArgumentException unless there are at least two of each
     */
    public static RankQuality of(double[] predicted, boolean[] won) {
        int wonCount = count(won);
        int lostCount = won.length - wonCount;
        if (wonCount < 2 || lostCount < 2) {
            throw new IllegalArgumentException("Needs two won and two lost, has " + wonCount + " and " + lostCount);
        }
        double[] ofWon = pick(predicted, won, true);
        double[] ofLost = pick(predicted, won, false);
        double[] all = midranks(predicted);
        double[] v10 = placements(pick(all, won, true), midranks(ofWon), lostCount);
        double[] v01 = placements(pick(all, won, false), midranks(ofLost), wonCount);
        double auc = mean(v10);
        double error = Math.sqrt(variance(v10) / wonCount + variance(v01) / lostCount);
        return new RankQuality(
                auc,
                Math.max(0, auc - NORMAL_97_5 * error),
                Math.min(1, auc + NORMAL_97_5 * error),
                wonCount,
                lostCount);
    }

    /** Whether the interval leaves no room for ranking by chance. */
    public boolean isBetterThanChance() {
        return low > 0.5;
    }

    /** The share of the others that each beats; ties count half. */
    private static double[] placements(double[] rankAmongAll, double[] rankAmongOwn, int others) {
        double[] shares = new double[rankAmongAll.length];
        for (int i = 0; i < shares.length; i++) {
            shares[i] = (rankAmongAll[i] - rankAmongOwn[i]) / others;
        }
        return shares;
    }

    /** Ranks from 1; those that are equal share the mean of theirs. */
    static double[] midranks(double[] values) {
        Integer[] order = new Integer[values.length];
        Arrays.setAll(order, i -> i);
        Arrays.sort(order, Comparator.comparingDouble(i -> values[i]));
        double[] ranks = new double[values.length];
        for (int from = 0; from < order.length; ) {
            int to = from + 1;
            while (to < order.length && values[order[to]] == values[order[from]]) {
                to++;
            }
            for (int i = from; i < to; i++) {
                ranks[order[i]] = (from + 1 + to) / 2.0;
            }
            from = to;
        }
        return ranks;
    }

    private static int count(boolean[] won) {
        int count = 0;
        for (boolean one : won) {
            count += one ? 1 : 0;
        }
        return count;
    }

    private static double[] pick(double[] values, boolean[] won, boolean wanted) {
        double[] picked = new double[values.length];
        int size = 0;
        for (int i = 0; i < values.length; i++) {
            if (won[i] == wanted) {
                picked[size++] = values[i];
            }
        }
        return Arrays.copyOf(picked, size);
    }

    private static double mean(double[] values) {
        return Arrays.stream(values).sum() / values.length;
    }

    private static double variance(double[] values) {
        double mean = mean(values);
        return Arrays.stream(values)
                        .map(value -> (value - mean) * (value - mean))
                        .sum()
                / (values.length - 1);
    }
}
