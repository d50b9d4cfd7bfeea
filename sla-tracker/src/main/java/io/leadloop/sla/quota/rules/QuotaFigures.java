package io.leadloop.sla.quota.rules;

/**
 * A quota at one moment.
 *
 * @param elapsed share of the month's working time, 0 to 1
 * @param expected how many should be delivered by now
 */
public record QuotaFigures(int promised, int delivered, double elapsed, double expected, Forecast forecast) {

    public static QuotaFigures of(int promised, int delivered, double elapsed) {
        return new QuotaFigures(
                promised, delivered, elapsed, promised * elapsed, Forecast.of(promised, delivered, elapsed));
    }

    public boolean isReached() {
        return delivered >= promised;
    }

    public boolean isOver() {
        return elapsed >= 1;
    }
}
