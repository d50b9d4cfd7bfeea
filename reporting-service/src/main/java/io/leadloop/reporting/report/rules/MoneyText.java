package io.leadloop.reporting.report.rules;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;

/** An amount as a decimal string with at least the digits that its currency has: 1000 USD is {@code 1000.00}, 1000 JPY {@code 1000}. */
public final class MoneyText {

    private MoneyText() {}

    public static BigDecimal scaled(BigDecimal amount, String currency) {
        int digits = Math.max(digits(currency), amount.stripTrailingZeros().scale());
        return amount.setScale(digits, RoundingMode.UNNECESSARY);
    }

    private static int digits(String currency) {
        try {
            return Math.max(0, Currency.getInstance(currency).getDefaultFractionDigits());
        } catch (IllegalArgumentException notKnownHere) {
            return 2;
        }
    }
}
