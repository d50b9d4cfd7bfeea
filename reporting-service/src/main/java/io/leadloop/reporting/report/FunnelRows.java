package io.leadloop.reporting.report;

import io.leadloop.reporting.report.ReportAnswer.FunnelRow;
import io.leadloop.reporting.report.rules.Percent;
import java.util.List;

/** The funnel as rows: how many leads reached each stage, and which share of the stage before. */
public final class FunnelRows {

    private FunnelRows() {}

    public static List<FunnelRow> of(Figures figures) {
        return List.of(
                new FunnelRow(
                        "captured",
                        figures.leads(),
                        null,
                        Percent.of(figures.leads(), figures.leads()).orElse(null)),
                row("mql", figures.mql(), figures.leads(), figures),
                row("sql", figures.sql(), figures.mql(), figures),
                row("won", figures.won(), figures.sql(), figures));
    }

    private static FunnelRow row(String stage, long leads, long before, Figures figures) {
        return new FunnelRow(
                stage,
                leads,
                Percent.of(leads, before).orElse(null),
                Percent.of(leads, figures.leads()).orElse(null));
    }
}
