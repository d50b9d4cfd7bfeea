package io.leadloop.reporting.web;

import java.util.List;

/**
 * One lead's page. Each card has either lines or a note that says why it has none.
 *
 * @param next address of older entries of the timeline, or empty
 */
public record LeadView(
        String leadId,
        String title,
        String stage,
        String zone,
        Card<Fact> person,
        Card<Fact> origin,
        Score score,
        Card<ScoreStep> scoreHistory,
        Card<HandoffLine> handoffs,
        Card<ClockLine> clocks,
        List<Entry> timeline,
        String next) {

    /** @param note why there are no lines; empty if there are */
    public record Card<T>(List<T> lines, String note) {
        static <T> Card<T> of(List<T> lines, String noteIfEmpty) {
            return new Card<>(lines, lines.isEmpty() ? noteIfEmpty : "");
        }
    }

    public record Fact(String name, String value) {}

    /**
     * @param as of when it is true; null if there is none
     * @param next when and how it changes by itself, as a sentence; empty if it does not
     * @param learned what outcomes taught of such leads; null if nothing was said of it
     * @param note why there is no score; empty if there is one
     */
    public record Score(
            String grade,
            int fit,
            int interest,
            String persona,
            int agreement,
            Moment as,
            List<Points> lines,
            String next,
            Learned learned,
            String note) {}

    /**
     * A change of the score.
     *
     * @param why in words
     * @param differences as {@code demo request 85 → 42}
     */
    public record ScoreStep(Moment at, String grade, int fit, int interest, String why, List<String> differences) {}

    /**
     * @param percent empty while it is not known
     * @param factors for and against, strongest first
     * @param note how much to believe it, or why there is none
     */
    public record Learned(String percent, List<Fact> factors, String note) {}

    /**
     * @param points with their sign
     * @param width of the bar, 0–100
     */
    public record Points(String axis, String rule, String reason, String points, boolean negative, int width) {}

    /** @param answered null while nobody has answered */
    public record HandoffLine(
            int round,
            String rep,
            String state,
            Moment offered,
            Moment acceptBy,
            Moment answered,
            int attempts,
            String reason) {}

    /** @param ended null while it runs */
    public record ClockLine(String clock, String state, String rep, Moment started, Moment due, Moment ended) {}

    /** @param kind of the event before its dot: lead, activity, handoff, …; gives the entry its mark */
    public record Entry(Moment at, String kind, String text, List<Fact> facts) {}
}
