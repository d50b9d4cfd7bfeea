package io.leadloop.reporting.report.rules;

/**
 * Text for a cell of a CSV file. Whoever fills a form chooses campaign and source; a spreadsheet would run a cell that
 * begins like a formula, so an apostrophe makes it text (https://owasp.org/www-community/attacks/CSV_Injection).
 */
public final class SafeCell {
    private static final String BEGINS_A_FORMULA = "=+-@\t\r\n＝＋－＠";

    private SafeCell() {}

    public static String of(String text) {
        return !text.isEmpty() && BEGINS_A_FORMULA.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }
}
