package io.leadloop.reporting.web;

import java.util.List;

/**
 * The page of promises in danger.
 *
 * @param note why there is nothing to see; empty if there is
 * @param stream where the browser hears of new alerts
 * @param script address of what listens there
 */
public record PromisesView(
        String note, String zone, String stream, String script, List<Running> soon, List<Broken> broken) {

    /** @param owner rep, team and manager, as far as known */
    public record Running(String leadId, String clock, String owner, Moment due) {}

    /** @param lookedAfter who said that they look after it; empty: nobody */
    public record Broken(
            String alertId,
            String leadId,
            String clock,
            String owner,
            Moment due,
            Moment noticed,
            String lookedAfter) {}
}
