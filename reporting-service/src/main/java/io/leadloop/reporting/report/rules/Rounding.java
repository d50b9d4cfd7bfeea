package io.leadloop.reporting.report.rules;

import java.math.RoundingMode;

/**
 * How every figure of a report is rounded: two decimals, a tie to the even digit as IEEE 754 and statistics packages do it,
 * so that a table made here equals one made there.
 */
final class Rounding {
    static final int DECIMALS = 2;
    static final RoundingMode MODE = RoundingMode.HALF_EVEN;

    private Rounding() {}
}
