package io.leadloop.scoring.learned.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

/** Held against hand-computed cases, against the definition, and against a truth that is known. */
class RankQualityTest {

    @Test
    void the_area_is_the_share_of_pairs_in_the_right_order() {
        // Given .9 beats both lost ones, .7 beats one of two: 3 of 4 pairs
        RankQuality quality = RankQuality.of(new double[] {.9, .8, .7, .6}, new boolean[] {true, false, true, false});

        // Then: V10 = (1, 1/2), V01 = (1/2, 1), both with variance 1/8; se = sqrt(1/16 + 1/16)
        assertThat(quality.auc()).isEqualTo(.75);
        assertThat(quality.low()).isCloseTo(.75 - 1.959964 * Math.sqrt(.125), within(1e-6));
        assertThat(quality.high()).isEqualTo(1);
        assertThat(quality.won()).isEqualTo(2);
        assertThat(quality.lost()).isEqualTo(2);
    }

    @Test
    void equal_numbers_count_half() {
        // Pairs (won, lost): (1,2) 0, (1,3) 0, (2,2) half, (2,3) 0: half of 4
        assertThat(RankQuality.of(new double[] {1, 2, 2, 3}, new boolean[] {true, true, false, false})
                        .auc())
                .isEqualTo(.125);
        assertThat(RankQuality.of(new double[] {7, 7, 7, 7}, new boolean[] {true, false, true, false})
                        .auc())
                .isEqualTo(.5);
    }

    @Test
    void a_perfect_order_is_one_and_its_reverse_zero() {
        boolean[] won = {false, false, true, true};
        assertThat(RankQuality.of(new double[] {1, 2, 3, 4}, won).auc()).isEqualTo(1);
        assertThat(RankQuality.of(new double[] {4, 3, 2, 1}, won).auc()).isZero();
    }

    @Test
    void area_and_interval_are_those_of_the_definition_pair_by_pair() {
        Random random = new Random(1);
        double[] predicted = random.doubles(400).map(x -> Math.round(x * 50)).toArray();
        boolean[] won = new boolean[400];
        for (int i = 0; i < won.length; i++) {
            won[i] = random.nextDouble() * 60 < predicted[i];
        }

        RankQuality quality = RankQuality.of(predicted, won);

        double[] pairByPair = pairByPair(predicted, won);
        assertThat(quality.auc()).isCloseTo(pairByPair[0], within(1e-12));
        assertThat(quality.high() - quality.auc()).isCloseTo(1.959964 * pairByPair[1], within(1e-6));
    }

    /** Two normal distributions at a distance of 1: the area is Φ(1/√2) = 0.76025. */
    @Test
    void nineteen_of_twenty_intervals_hold_the_truth() {
        Random random = new Random(7);
        int held = 0;
        int tries = 400;
        for (int trial = 0; trial < tries; trial++) {
            double[] predicted = new double[160];
            boolean[] won = new boolean[160];
            for (int i = 0; i < predicted.length; i++) {
                won[i] = i < 60;
                predicted[i] = random.nextGaussian() + (won[i] ? 1 : 0);
            }
            RankQuality quality = RankQuality.of(predicted, won);
            held += quality.low() <= .76025 && .76025 <= quality.high() ? 1 : 0;
        }
        assertThat((double) held / tries).isBetween(.92, .98);
    }

    @Test
    void one_of_a_kind_tells_nothing() {
        assertThatThrownBy(() -> RankQuality.of(new double[] {1, 2, 3}, new boolean[] {true, false, false}))
                .hasMessageContaining("1 and 2");
    }

    /** Area and standard error by comparing each won with each lost. */
    private static double[] pairByPair(double[] predicted, boolean[] won) {
        double[] beats = new double[won.length];
        int wonCount = 0;
        for (int i = 0; i < won.length; i++) {
            wonCount += won[i] ? 1 : 0;
        }
        int lostCount = won.length - wonCount;
        for (int i = 0; i < won.length; i++) {
            for (int j = 0; j < won.length; j++) {
                if (won[i] && !won[j]) {
                    double share = predicted[i] > predicted[j] ? 1 : predicted[i] == predicted[j] ? .5 : 0;
                    beats[i] += share / lostCount;
                    beats[j] += share / wonCount;
                }
            }
        }
        double area = 0;
        for (int i = 0; i < won.length; i++) {
            area += won[i] ? beats[i] / wonCount : 0;
        }
        double ofWon = 0;
        double ofLost = 0;
        for (int i = 0; i < won.length; i++) {
            double square = (beats[i] - area) * (beats[i] - area);
            ofWon += won[i] ? square / (wonCount - 1) : 0;
            ofLost += won[i] ? 0 : square / (lostCount - 1);
        }
        return new double[] {area, Math.sqrt(ofWon / wonCount + ofLost / lostCount)};
    }
}
