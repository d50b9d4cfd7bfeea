package io.leadloop.reporting.funnel.rules;

import java.util.Locale;

/** Where a lead stands now: the words of the agreement's funnel. */
public enum LeadStage {
    CAPTURED,
    SCORED,
    NURTURE,
    DISQUALIFIED,
    MQL,
    OFFERED,
    SQL,
    WORKING,
    WON,
    LOST,
    RECYCLED,
    RETURNED;

    /** As it is written in answers and tables. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
