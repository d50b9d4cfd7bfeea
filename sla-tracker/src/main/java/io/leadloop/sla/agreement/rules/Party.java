package io.leadloop.sla.agreement.rules;

import java.util.Locale;

/** The two sides of the agreement. */
public enum Party {
    MARKETING,
    SALES;

    /** As it is told: in small letters. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public Party other() {
        return this == MARKETING ? SALES : MARKETING;
    }
}
