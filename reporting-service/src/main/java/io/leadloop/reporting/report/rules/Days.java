package io.leadloop.reporting.report.rules;

import java.math.BigDecimal;

/** A span of time in days with two decimals. Negative where a file says that a deal was won before it was captured. */
public final class Days {
    private static final BigDecimal SECONDS = BigDecimal.valueOf(86_400);

    private Days() {}

    public static BigDecimal ofSeconds(BigDecimal seconds) {
        return seconds.divide(SECONDS, Rounding.DECIMALS, Rounding.MODE);
    }
}
