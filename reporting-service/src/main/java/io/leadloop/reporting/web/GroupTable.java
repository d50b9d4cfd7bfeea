package io.leadloop.reporting.web;

import io.leadloop.events.Money;
import io.leadloop.reporting.report.Figures;
import io.leadloop.reporting.report.Group;
import io.leadloop.reporting.report.GroupReport;
import io.leadloop.reporting.report.Report;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A report as a table.
 *
 * @param kind what a row is, for example {@code Source}
 * @param hasOther whether there is money in other currencies, which gets a column of its own
 * @param next address of the next part, or empty
 */
public record GroupTable(
        String kind, String caption, String currency, boolean hasOther, List<Line> lines, Line total, String next) {

    /**
     * @param known whether the leads came with a name at all
     * @param share of all leads, 0–100, for the bar
     */
    public record Line(
            String label,
            boolean known,
            String leads,
            String mql,
            String sql,
            String won,
            String rate,
            String revenue,
            String other,
            String days,
            String share) {}

    static GroupTable of(String kind, String caption, Report report, String next) {
        GroupReport counted = report.counted();
        Figures total = counted.total();
        return new GroupTable(
                kind,
                caption,
                report.currency(),
                !total.otherRevenue().isEmpty(),
                counted.groups().stream().map(group -> line(group, total)).toList(),
                line(new Group("All", total), total),
                next);
    }

    private static Line line(Group group, Figures total) {
        Figures figures = group.figures();
        long share = total.leads() == 0 ? 0 : Math.ceilDiv(figures.leads() * 100, total.leads());
        return new Line(
                group.label(),
                group.name() != null,
                Wording.count(figures.leads()),
                Wording.count(figures.mql()),
                Wording.count(figures.sql()),
                Wording.count(figures.won()),
                Wording.decimal(figures.wonRatePercent()),
                Wording.money(figures.revenue()),
                other(figures.otherRevenue()),
                Wording.decimal(figures.medianDaysToWon()),
                Long.toString(share));
    }

    static String other(List<Money> amounts) {
        return amounts.isEmpty()
                ? Wording.NOTHING
                : amounts.stream()
                        .map(money -> Wording.money(money.amount().toPlainString()) + " " + money.currency())
                        .collect(Collectors.joining(", "));
    }
}
