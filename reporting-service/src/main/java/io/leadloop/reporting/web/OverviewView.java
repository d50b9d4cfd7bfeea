package io.leadloop.reporting.web;

/**
 * The overview.
 *
 * @param from as it stands in the form: a date or empty
 * @param to as it stands in the form: a date or empty
 * @param periodText for example {@code All time}
 * @param query the period as it is repeated in links, with its leading {@code ?}, or empty
 * @param zone in which days are counted
 */
public record OverviewView(
        String from,
        String to,
        String periodText,
        String query,
        String zone,
        FunnelFigure funnel,
        Headline headline,
        GroupTable sources,
        GroupTable campaigns,
        LeadTable newest) {

    /** The numbers that are read first. */
    public record Headline(String revenue, String currency, String other, String rate, String days) {}
}
