package io.leadloop.reporting.report.rules;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;

/** A share in percent with two decimals, rounded half up as by hand: 271 of 2,296 is 11.80. Of nothing there is no share. */
public final class Percent {

    private Percent() {}

    public static Optional<BigDecimal> of(long part, long whole) {
        return whole == 0
                ? Optional.empty()
                : Optional.of(BigDecimal.valueOf(part)
                        .movePointRight(2)
                        .divide(BigDecimal.valueOf(whole), 2, RoundingMode.HALF_UP));
    }
}
