package io.leadloop.reporting.web;

import java.util.List;

/**
 * The page of what Marketing promised and what Sales made of it.
 *
 * @param note why there is nothing to see; empty if there is
 * @param month as people say it
 * @param before address of the month before
 * @param after address of the month after; empty in the running one
 * @param day which working day it is; empty when the month is over
 */
public record QuotasView(
        String note, String month, String before, String after, String day, List<Promised> promised, List<Made> made) {

    /** @param share of the promise that is delivered, at most 100 */
    public record Promised(
            String what,
            String state,
            String promised,
            String delivered,
            long share,
            String expected,
            String forecast,
            String range) {}

    public record Made(
            String whose,
            String offered,
            String open,
            String inTime,
            String rejected,
            String attempted,
            String attempts) {}
}
