package io.leadloop.scoring.learned.rules;

/** Finds the weights of a logistic regression; the same input must give the same weights. */
@FunctionalInterface
public interface Solver {

    /**
     * Minimises half the sum of squared weights plus {@code strength} times the sum of the log losses; the intercept is not held
     * back.
     *
     * @param rows the columns in which each lead has a one, rising, counted from 0
     * @return the weights of all columns, and the intercept after them
     */
    double[] fit(int[][] rows, boolean[] won, int columns, double strength);
}
