package io.leadloop.scoring.learned.solver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class LiblinearSolverTest {

    /** One column with 30 won of 40, without it 10 of 60: the weights that fit best are known exactly. */
    @Test
    void it_converges_to_the_maximum_of_the_likelihood() {
        int[][] rows = new int[100][];
        boolean[] won = new boolean[100];
        for (int i = 0; i < 100; i++) {
            rows[i] = i < 40 ? new int[] {0} : new int[0];
            won[i] = i < 30 || (i >= 40 && i < 50);
        }

        double[] weights = new LiblinearSolver().fit(rows, won, 1, 1e6);

        double intercept = Math.log(10.0 / 50);
        assertThat(weights[1]).isCloseTo(intercept, within(.01));
        assertThat(weights[0]).isCloseTo(Math.log(30.0 / 10) - intercept, within(.01));
    }

    /** Held back until nothing is left of the weight, the intercept is still the share of won leads. */
    @Test
    void the_intercept_is_not_held_back() {
        int[][] rows = new int[100][];
        boolean[] won = new boolean[100];
        for (int i = 0; i < 100; i++) {
            rows[i] = i % 2 == 0 ? new int[] {0} : new int[0];
            won[i] = i < 10;
        }

        double[] weights = new LiblinearSolver().fit(rows, won, 1, 1e-4);

        assertThat(weights[0]).isCloseTo(0, within(.01));
        assertThat(weights[1]).isCloseTo(Math.log(10.0 / 90), within(.05));
    }
}
