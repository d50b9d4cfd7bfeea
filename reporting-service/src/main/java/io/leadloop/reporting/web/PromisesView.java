package io.leadloop.reporting.web;

import java.util.List;

/**
 * The page of promises in danger.
 *
 * @param note why there is nothing to see; empty if there is
 * @param stream where the browser hears of new alerts
 * @param scripts addresses of what listens there, and of what sends what buttons say
 * @param mayLookAfter whether the reader may say that somebody looks after a broken promise
 */
public record PromisesView(
        String note,
        String zone,
        String stream,
        List<String> scripts,
        boolean mayLookAfter,
        List<Running> soon,
        List<Broken> broken) {

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
