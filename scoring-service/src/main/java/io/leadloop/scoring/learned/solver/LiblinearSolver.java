package io.leadloop.scoring.learned.solver;

import de.bwaldvogel.liblinear.Feature;
import de.bwaldvogel.liblinear.FeatureNode;
import de.bwaldvogel.liblinear.Linear;
import de.bwaldvogel.liblinear.Model;
import de.bwaldvogel.liblinear.Parameter;
import de.bwaldvogel.liblinear.Problem;
import de.bwaldvogel.liblinear.SolverType;
import io.leadloop.scoring.learned.rules.Solver;

/**
 * Logistic regression with squared weights by LIBLINEAR's trust region Newton method: it converges, and it throws no dice. The
 * intercept is not held back, or the odds of an average lead would be wrong where few leads are won.
 */
public final class LiblinearSolver implements Solver {
    private static final double TOLERANCE = 1e-4;

    static {
        Linear.disableDebugOutput();
    }

    @Override
    public double[] fit(int[][] rows, boolean[] won, int columns, double strength) {
        Problem problem = new Problem();
        problem.l = rows.length;
        problem.n = columns + 1;
        problem.bias = 1;
        problem.x = new Feature[rows.length][];
        problem.y = new double[rows.length];
        Feature[] ones = new Feature[columns + 1];
        for (int column = 0; column <= columns; column++) {
            ones[column] = new FeatureNode(column + 1, 1); // shared by all leads: nobody changes them
        }
        for (int lead = 0; lead < rows.length; lead++) {
            Feature[] features = new Feature[rows[lead].length + 1];
            for (int i = 0; i < rows[lead].length; i++) {
                features[i] = ones[rows[lead][i]];
            }
            features[rows[lead].length] = ones[columns];
            problem.x[lead] = features;
            problem.y[lead] = won[lead] ? 1 : -1;
        }
        Parameter parameter = new Parameter(SolverType.L2R_LR, strength, TOLERANCE);
        parameter.setRegularizeBias(false);
        Model model = Linear.train(problem, parameter);
        double sign = model.getLabels()[0] == 1 ? 1 : -1;
        double[] weights = new double[columns + 1];
        for (int i = 0; i <= columns; i++) {
            weights[i] = sign * model.getFeatureWeights()[i];
        }
        return weights;
    }
}
