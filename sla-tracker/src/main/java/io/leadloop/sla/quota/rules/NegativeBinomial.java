package io.leadloop.sla.quota.rules;

/**
 * How many come before a number of others, each with chance {@code p}: {@code P(X ≤ k) = I(p; shape, k + 1)}, the regularized
 * incomplete beta function. That is computed by its continued fraction (Abramowitz and Stegun 26.5.8, evaluated by Lentz's method),
 * so that large numbers cost no more than small ones.
 *
 * @param shape above 0, need not be whole
 * @param p between 0 and 1
 */
record NegativeBinomial(double shape, double p) {
    private static final double TINY = 1e-300;
    private static final double EXACT = 1e-12;
    private static final int AT_MOST = 100_000;
    private static final long FARTHEST = 1L << 40;

    double atMost(long k) {
        return k < 0 ? 0 : beta(p, shape, k + 1.0);
    }

    /** The smallest {@code k} with {@code P(X ≤ k) ≥ share}, up to a million millions. */
    long quantile(double share) {
        long high = 1;
        while (high < FARTHEST && atMost(high) < share) {
            high *= 2;
        }
        long low = -1;
        while (high - low > 1) {
            long middle = low + (high - low) / 2;
            if (atMost(middle) >= share) {
                high = middle;
            } else {
                low = middle;
            }
        }
        return high;
    }

    private static double beta(double x, double a, double b) {
        double front = Math.exp(logGamma(a + b) - logGamma(a) - logGamma(b) + a * Math.log(x) + b * Math.log1p(-x));
        // The fraction converges fast below the mean only; beyond it the other tail does.
        return x < (a + 1) / (a + b + 2) ? front * fraction(x, a, b) / a : 1 - front * fraction(1 - x, b, a) / b;
    }

    private static double fraction(double x, double a, double b) {
        double c = 1;
        double d = 1 / away(1 - (a + b) * x / (a + 1));
        double value = d;
        for (int m = 1; m < AT_MOST; m++) {
            double even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m));
            d = 1 / away(1 + even * d);
            c = away(1 + even / c);
            value *= d * c;
            double odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1));
            d = 1 / away(1 + odd * d);
            c = away(1 + odd / c);
            value *= d * c;
            if (Math.abs(d * c - 1) < EXACT) {
                break;
            }
        }
        return value;
    }

    private static double away(double number) {
        return Math.abs(number) < TINY ? TINY : number;
    }

    /** Stirling's series, from 10 upwards exact to twelve digits; smaller numbers are raised there. */
    private static double logGamma(double x) {
        double raised = x;
        double product = 1;
        while (raised < 10) {
            product *= raised;
            raised++;
        }
        double inverse = 1 / raised;
        double square = inverse * inverse;
        double series = inverse * (1.0 / 12 - square * (1.0 / 360 - square * (1.0 / 1260 - square * (1.0 / 1680))));
        return (raised - 0.5) * Math.log(raised) - raised + 0.5 * Math.log(2 * Math.PI) + series - Math.log(product);
    }
}
