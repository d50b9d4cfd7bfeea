package io.leadloop.reporting.report;

import de.siegmar.fastcsv.writer.CsvWriter;
import io.leadloop.events.Money;
import io.leadloop.reporting.report.ReportAnswer.FunnelRow;
import io.leadloop.reporting.report.rules.SafeCell;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Collectors;

/** Reports for spreadsheets (RFC 4180). Numbers stay numbers; texts that came from outside cannot become formulas. */
final class ReportCsv {

    private ReportCsv() {}

    static String groups(Dimension dimension, Report report) {
        StringWriter text = new StringWriter();
        CsvWriter csv = CsvWriter.builder().bufferSize(0).build(text);
        csv.writeRecord(
                dimension.word(),
                "leads",
                "mql",
                "sql",
                "won",
                "wonRatePercent",
                "revenue",
                "currency",
                "medianDaysToWon",
                "otherRevenue");
        report.counted().groups().forEach(group -> write(csv, group.label(), group.figures(), report.currency()));
        write(csv, "Total", report.counted().total(), report.currency());
        return text.toString();
    }

    private static void write(CsvWriter csv, String name, Figures figures, String currency) {
        csv.writeRecord(
                SafeCell.of(name),
                Long.toString(figures.leads()),
                Long.toString(figures.mql()),
                Long.toString(figures.sql()),
                Long.toString(figures.won()),
                number(figures.wonRatePercent()),
                figures.revenue(),
                currency,
                number(figures.medianDaysToWon()),
                SafeCell.of(other(figures.otherRevenue())));
    }

    static String funnel(List<FunnelRow> rows) {
        StringWriter text = new StringWriter();
        CsvWriter csv = CsvWriter.builder().bufferSize(0).build(text);
        csv.writeRecord("stage", "leads", "ofPreviousPercent", "ofCapturedPercent");
        rows.forEach(row -> csv.writeRecord(
                row.stage(),
                Long.toString(row.leads()),
                number(row.ofPreviousPercent()),
                number(row.ofCapturedPercent())));
        return text.toString();
    }

    private static String number(BigDecimal number) {
        return number == null ? "" : number.toPlainString();
    }

    private static String other(List<Money> amounts) {
        return amounts.stream()
                .map(money -> money.amount().toPlainString() + " " + money.currency())
                .collect(Collectors.joining("; "));
    }
}
