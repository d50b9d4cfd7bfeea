package io.leadloop.scoring.learned.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.leadloop.scoring.learned.rules.Calibration.Group;
import java.util.List;
import org.junit.jupiter.api.Test;

class CalibrationTest {

    @Test
    void the_brier_score_is_the_mean_squared_error() {
        // (0.8 - 1)² = 0.04, (0.4 - 0)² = 0.16
        assertThat(Calibration.brier(new double[] {.8, .4}, new boolean[] {true, false}))
                .isCloseTo(.1, within(1e-12));
    }

    /** Five of ten: Wilson's interval is 0.2366 to 0.7634, as in its tables. */
    @Test
    void a_group_says_what_was_predicted_what_happened_and_how_sure_that_is() {
        double[] predicted = {.41, .42, .43, .44, .45, .46, .47, .48, .49, .5};
        boolean[] won = {true, false, true, false, true, false, true, false, true, false};

        Group group = Calibration.table(predicted, won, 1).getFirst();

        assertThat(group.leads()).isEqualTo(10);
        assertThat(group.won()).isEqualTo(5);
        assertThat(group.from()).isEqualTo(.41);
        assertThat(group.to()).isEqualTo(.5);
        assertThat(group.predicted()).isCloseTo(.455, within(1e-12));
        assertThat(group.observed()).isEqualTo(.5);
        assertThat(group.low()).isCloseTo(.2366, within(1e-4));
        assertThat(group.high()).isCloseTo(.7634, within(1e-4));
    }

    @Test
    void groups_are_of_one_size_and_hold_every_lead_once() {
        double[] predicted = {.5, .1, .4, .2, .3, .6};
        boolean[] won = new boolean[6];

        List<Group> table = Calibration.table(predicted, won, 3);

        assertThat(table).extracting(Group::from).containsExactly(.1, .3, .5);
        assertThat(table).extracting(Group::leads).containsExactly(2, 2, 2);
    }

    @Test
    void equal_probabilities_stay_together() {
        List<Group> table = Calibration.table(new double[] {.2, .2, .2, .2, .9}, new boolean[5], 5);

        assertThat(table).extracting(Group::leads).containsExactly(4, 1);
    }
}
