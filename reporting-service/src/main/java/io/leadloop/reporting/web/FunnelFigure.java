package io.leadloop.reporting.web;

import io.leadloop.reporting.report.Figures;
import io.leadloop.reporting.report.FunnelRows;
import io.leadloop.reporting.report.ReportAnswer.FunnelRow;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The funnel as it is drawn: each stage a column whose shape narrows from its own share of all leads to the next one's.
 * Drawn by SVG attributes, since the page's policy allows no styles in the text.
 */
public record FunnelFigure(List<Step> steps) {
    private static final double HEIGHT = 100;
    private static final double THINNEST = 1.5;

    /**
     * @param conversion from the stage before, for example {@code 10.53 %}; empty for the first
     * @param shape points of the column's polygon in a box of 100 × 100
     */
    public record Step(String name, String meaning, String leads, String conversion, String shape) {}

    static FunnelFigure of(Figures figures) {
        List<FunnelRow> rows = FunnelRows.of(figures);
        List<Step> steps = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            FunnelRow row = rows.get(i);
            FunnelRow next = rows.get(Math.min(i + 1, rows.size() - 1));
            steps.add(new Step(
                    name(row.stage()),
                    meaning(row.stage()),
                    Wording.count(row.leads()),
                    row.ofPreviousPercent() == null
                            ? ""
                            : row.ofPreviousPercent().toPlainString() + " %",
                    shape(row.ofCapturedPercent(), next.ofCapturedPercent())));
        }
        return new FunnelFigure(steps);
    }

    private static String shape(BigDecimal from, BigDecimal to) {
        double left = thickness(from);
        double right = thickness(to);
        return String.format(
                Locale.ROOT,
                "0,%.2f 100,%.2f 100,%.2f 0,%.2f",
                (HEIGHT - left) / 2,
                (HEIGHT - right) / 2,
                (HEIGHT + right) / 2,
                (HEIGHT + left) / 2);
    }

    private static double thickness(BigDecimal percent) {
        return percent == null ? THINNEST : Math.max(THINNEST, percent.doubleValue());
    }

    private static String name(String stage) {
        return switch (stage) {
            case "captured" -> "Captured";
            case "won" -> "Won";
            default -> stage.toUpperCase(Locale.ROOT);
        };
    }

    private static String meaning(String stage) {
        return switch (stage) {
            case "captured" -> "showed interest";
            case "mql" -> "marketing-qualified";
            case "sql" -> "accepted by Sales";
            default -> "became customers";
        };
    }
}
