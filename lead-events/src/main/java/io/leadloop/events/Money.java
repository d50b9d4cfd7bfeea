package io.leadloop.events;

import com.fasterxml.jackson.annotation.JsonFormat;
import java.math.BigDecimal;
import java.util.Currency;

/**
 * An amount of money, always with its currency.
 *
 * @param amount a decimal string on the wire, never a binary fraction or an exponent, with at least the digits that the
 *     currency has: 12000.50 USD, 12000 JPY
 * @param currency ISO 4217
 */
public record Money(
        @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal amount, String currency) {
    private static final int USUAL_DIGITS = 2;

    public Money {
        if (amount != null) {
            BigDecimal significant = amount.stripTrailingZeros();
            amount = significant.setScale(Math.max(significant.scale(), digits(currency)));
        }
    }

    private static int digits(String currency) {
        return Currency.getAvailableCurrencies().stream()
                .filter(known -> known.getCurrencyCode().equals(currency))
                .findFirst()
                .map(known -> Math.max(0, known.getDefaultFractionDigits()))
                .orElse(USUAL_DIGITS);
    }
}
