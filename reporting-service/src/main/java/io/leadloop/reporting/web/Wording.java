package io.leadloop.reporting.web;

import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;

/** Numbers and names as the pages write them. */
final class Wording {
    static final String NOTHING = "–";

    private static final DecimalFormatSymbols SYMBOLS = DecimalFormatSymbols.getInstance(Locale.ENGLISH);

    private Wording() {}

    static String count(long number) {
        return new DecimalFormat("#,##0", SYMBOLS).format(number);
    }

    /** @param number may be {@code null}: there is none */
    static String decimal(BigDecimal number) {
        return number == null ? NOTHING : new DecimalFormat("#,##0.00", SYMBOLS).format(number);
    }

    /** As many digits as the amount has. */
    static String money(String amount) {
        BigDecimal number = new BigDecimal(amount);
        DecimalFormat format = new DecimalFormat("#,##0", SYMBOLS);
        format.setMinimumFractionDigits(Math.max(0, number.scale()));
        return format.format(number);
    }

    /** {@code acceptBy} or {@code no_answer} as words. */
    static String words(String name) {
        return name.replaceAll("([a-z])([A-Z])", "$1 $2").replace('_', ' ').toLowerCase(Locale.ENGLISH);
    }

    /** @param text may be {@code null}: unknown */
    static String orNothing(String text) {
        return text == null || text.isBlank() ? NOTHING : text;
    }
}
