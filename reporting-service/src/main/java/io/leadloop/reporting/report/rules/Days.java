package io.leadloop.reporting.report.rules;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * A span of time in days with two decimals, a tie to the even digit as statistics packages print a median (a middle value often
 * is a tie, a share hardly ever). Negative where a file says that a deal was won before it was captured.
 */
public final class Days {
    private static final BigDecimal SECONDS = BigDecimal.valueOf(86_400);

    private Days() {}

    public static BigDecimal ofSeconds(BigDecimal seconds) {
        return seconds.divide(SECONDS, 2, RoundingMode.HALF_EVEN);
    }
}
