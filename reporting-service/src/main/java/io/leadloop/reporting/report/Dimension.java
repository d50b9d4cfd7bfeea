package io.leadloop.reporting.report;

import java.util.Locale;

/** By what a report groups; the word is the same in the address, the row's field and the table's column. */
public enum Dimension {
    SOURCE,
    CAMPAIGN;

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
