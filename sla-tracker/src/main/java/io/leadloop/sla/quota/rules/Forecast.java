package io.leadloop.sla.quota.rules;

/**
 * How many will be delivered at the month's end, if things go on as they did.
 *
 * <p>MQLs are taken to arrive at random at a steady rate of working time (Poisson) that nobody knows: what is known of it is what was
 * delivered, and, worth half an MQL, the promise (gamma, shape 0.5). What is still to come in the rest of the month is then
 * negative-binomial with
 *
 * <pre>
 *   rest = 1 − elapsed    shape = delivered + 0.5    rate = elapsed + 0.5 / promised    p = rate / (rate + rest)
 *   mean = shape · rest / rate
 * </pre>
 *
 * The interval leaves at most one chance in twenty below it and one above.
 *
 * @param total delivered and to come, on average
 * @param chance of reaching the promise
 */
public record Forecast(double total, int low, int high, double chance) {
    private static final double PRIOR = 0.5;
    private static final double BELOW = 0.05;
    private static final double ABOVE = 0.95;

    /** @param elapsed share of the month's working time, 0 to 1 */
    public static Forecast of(int promised, int delivered, double elapsed) {
        double rest = 1 - elapsed;
        if (rest <= 0) {
            return new Forecast(delivered, delivered, delivered, delivered >= promised ? 1 : 0);
        }
        double shape = delivered + PRIOR;
        double rate = elapsed + PRIOR / promised;
        NegativeBinomial toCome = new NegativeBinomial(shape, rate / (rate + rest));
        int missing = promised - delivered;
        return new Forecast(
                delivered + shape * rest / rate,
                whole(delivered + toCome.quantile(BELOW)),
                whole(delivered + toCome.quantile(ABOVE)),
                missing <= 0 ? 1 : 1 - toCome.atMost(missing - 1L));
    }

    private static int whole(long number) {
        return (int) Math.min(Integer.MAX_VALUE, number);
    }
}
