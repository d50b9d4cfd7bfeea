package io.leadloop.sla.quota.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ForecastTest {

    /**
     * By hand. One promised, none after half the month: rate = 0.5 + 0.5 = 1, p = 2/3, P(0) = √(2/3) = 0.8165,
     * P(1) = 0.5 · 1/3 · 0.8165 = 0.1361, P(≤ 1) = 0.9526; mean = 0.5 · 0.5 / 1.
     * One delivered: shape 1.5, P(0) = (2/3)^1.5 = 0.5443, P(1) = 1.5/3 · 0.5443 = 0.2722, P(2) = 2.5/2/3 · 0.2722 = 0.1134,
     * P(3) = 3.5/3/3 · 0.1134 = 0.0441, sum 0.9740; mean = 1.5 · 0.5.
     * Two promised, none after three quarters: rate 1, p = 0.8, P(0) = √0.8 = 0.8944, P(1) = 0.5 · 0.2 · 0.8944 = 0.0894.
     */
    @ParameterizedTest(name = "{1} of {0} after {2}: {3}, {4} to {5}, chance {6}")
    @CsvSource({
        "1, 0, 0.5,  0.25,  0, 1, 0.1835",
        "1, 1, 0.5,  1.75,  1, 4, 1",
        "2, 0, 0.75, 0.125, 0, 1, 0.0161",
        "7, 5, 1,    5,     5, 5, 0",
        "7, 7, 1,    7,     7, 7, 1",
        "7, 9, 1,    9,     9, 9, 1"
    })
    void small_cases_are_as_by_hand(
            int promised, int delivered, double elapsed, double total, int low, int high, double chance) {
        // When
        Forecast forecast = Forecast.of(promised, delivered, elapsed);

        // Then
        assertThat(forecast.total()).isEqualTo(total, within(1e-9));
        assertThat(forecast.low()).isEqualTo(low);
        assertThat(forecast.high()).isEqualTo(high);
        assertThat(forecast.chance()).isEqualTo(chance, within(5e-5));
    }

    /** The recurrence, term by term: P(0) = p^shape, P(k + 1) = P(k) · (shape + k) / (k + 1) · (1 − p). */
    @ParameterizedTest
    @CsvSource({"0.5, 0.01", "0.5, 0.9", "3.5, 0.3", "40.5, 0.5", "120.5, 0.97", "600.5, 0.6"})
    void the_continued_fraction_says_what_the_sum_says(double shape, double p) {
        NegativeBinomial distribution = new NegativeBinomial(shape, p);
        double chance = Math.pow(p, shape);
        double sum = 0;

        for (int k = 0; k < 2_000; k++) {
            sum += chance;
            assertThat(distribution.atMost(k)).as("P(X <= %d)", k).isEqualTo(sum, within(1e-9));
            chance *= (shape + k) / (k + 1) * (1 - p);
        }
    }

    /** For any steady rate: the month as it ends lies in the interval at least nine times in ten, and hardly more often. */
    @ParameterizedTest(name = "{0} come a month, {1} promised, after {2}")
    @CsvSource({
        "100, 100, 0.1",
        "100, 100, 0.5",
        "100, 100, 0.9",
        "60, 100, 0.3",
        "150, 100, 0.5",
        "12, 10, 0.5",
        "8, 10, 0.3"
    })
    void nine_months_in_ten_end_within_the_interval(int rate, int promised, double elapsed) {
        // Given
        Random random = new Random(42);
        int months = 4_000;
        int inside = 0;

        // When
        for (int month = 0; month < months; month++) {
            int delivered = poisson(random, rate * elapsed);
            int total = delivered + poisson(random, rate * (1 - elapsed));
            Forecast forecast = Forecast.of(promised, delivered, elapsed);
            inside += total >= forecast.low() && total <= forecast.high() ? 1 : 0;
        }

        // Then
        assertThat((double) inside / months).isBetween(0.88, 0.985);
    }

    @Test
    void the_first_moment_promises_what_was_promised_and_knows_nothing() {
        // When
        Forecast forecast = Forecast.of(100, 0, 0);

        // Then
        assertThat(forecast.total()).isEqualTo(100, within(1e-9));
        assertThat(forecast.low()).isZero();
        assertThat(forecast.high()).isGreaterThan(300);
    }

    @Test
    void large_numbers_are_forecast_too() {
        // When
        Forecast forecast = Forecast.of(100_000, 10_000, 0.00001);

        // Then
        assertThat(forecast.low()).isLessThan((int) forecast.total());
        assertThat(forecast.high()).isGreaterThan((int) forecast.total());
        assertThat(forecast.chance()).isEqualTo(1, within(1e-9));
    }

    private static int poisson(Random random, double mean) {
        double limit = Math.exp(-mean);
        double product = random.nextDouble();
        int count = 0;
        while (product > limit) {
            product *= random.nextDouble();
            count++;
        }
        return count;
    }
}
