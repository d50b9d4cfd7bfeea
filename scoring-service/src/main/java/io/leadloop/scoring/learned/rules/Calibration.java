package io.leadloop.scoring.learned.rules;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/** Whether probabilities mean what they say: of leads with 20 %, about one in five should be won. */
public final class Calibration {
    private static final double NORMAL_97_5 = 1.959963984540054;

    private Calibration() {}

    /**
     * Leads with similar probabilities.
     *
     * @param from the smallest probability among them
     * @param to the largest
     * @param predicted the mean of them
     * @param observed the share that was won
     * @param low of the 95 % interval of that share (Wilson, JASA 22, 1927)
     * @param high of that interval
     */
    public record Group(
            double from, double to, int leads, int won, double predicted, double observed, double low, double high) {}

    /** At most {@code groups} groups of about the same size, by rising probability; equal probabilities stay together. */
    public static List<Group> table(double[] predicted, boolean[] won, int groups) {
        Integer[] order = new Integer[predicted.length];
        Arrays.setAll(order, i -> i);
        Arrays.sort(order, Comparator.comparingDouble(i -> predicted[i]));
        List<Group> table = new ArrayList<>();
        int start = 0;
        for (int end = 1; end <= order.length; end++) {
            boolean last = end == order.length;
            boolean full = (long) end * groups >= (long) (table.size() + 1) * order.length;
            if (last || (full && predicted[order[end]] != predicted[order[end - 1]])) {
                table.add(group(predicted, won, Arrays.copyOfRange(order, start, end)));
                start = end;
            }
        }
        return table;
    }

    /** The mean squared distance between probability and outcome: 0 is perfect (Brier, 1950). */
    public static double brier(double[] predicted, boolean[] won) {
        double sum = 0;
        for (int i = 0; i < predicted.length; i++) {
            double error = predicted[i] - (won[i] ? 1 : 0);
            sum += error * error;
        }
        return sum / predicted.length;
    }

    private static Group group(double[] predicted, boolean[] won, Integer[] leads) {
        double sum = 0;
        int wins = 0;
        for (int lead : leads) {
            sum += predicted[lead];
            wins += won[lead] ? 1 : 0;
        }
        int count = leads.length;
        double share = (double) wins / count;
        double square = NORMAL_97_5 * NORMAL_97_5;
        double middle = (share + square / (2 * count)) / (1 + square / count);
        double half = NORMAL_97_5
                * Math.sqrt(share * (1 - share) / count + square / (4.0 * count * count))
                / (1 + square / count);
        return new Group(
                predicted[leads[0]],
                predicted[leads[count - 1]],
                count,
                wins,
                sum / count,
                share,
                Math.max(0, middle - half),
                Math.min(1, middle + half));
    }
}
