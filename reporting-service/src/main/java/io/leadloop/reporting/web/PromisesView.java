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

    /**
     * What a promise is about.
     *
     * @param page where that is shown
     */
    public record About(String page, String text) {}

    /** @param owner rep, team and manager, as far as known; Marketing of a month's */
    public record Running(String promise, String owner, Moment due, About about) {}

    /** @param lookedAfter who said that they look after it; empty: nobody */
    public record Broken(String alertId, String promise, String owner, Moment due, String lookedAfter, About about) {}
}
