package io.leadloop.reporting.report;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;

/**
 * A report as it is answered.
 *
 * @param attribution whose credit a lead is: {@code first}, its first touch
 * @param from absent: since ever
 * @param to not included; absent: until now
 * @param total over all rows, also those on other pages
 */
public record ReportAnswer<R>(
        String report,
        String attribution,
        Instant from,
        Instant to,
        String zone,
        String currency,
        List<R> items,
        Figures total,
        String nextCursor) {

    /** A part of the rows, and where the next part begins. */
    static <R> ReportAnswer<R> part(String name, Report report, List<R> items) {
        return of(name, report, items, report.counted().nextCursor().orElse(null));
    }

    /** All rows. */
    static <R> ReportAnswer<R> whole(String name, Report report, List<R> items) {
        return of(name, report, items, null);
    }

    private static <R> ReportAnswer<R> of(String name, Report report, List<R> items, String nextCursor) {
        return new ReportAnswer<>(
                name,
                "first",
                report.period().from().orElse(null),
                report.period().to().orElse(null),
                report.zone().getId(),
                report.currency(),
                items,
                report.counted().total(),
                nextCursor);
    }

    /** @param source null: these leads came without one */
    public record SourceRow(
            @JsonInclude(JsonInclude.Include.ALWAYS) String source,
            @JsonUnwrapped Figures figures) {}

    /** @param campaign null: these leads came without one */
    public record CampaignRow(
            @JsonInclude(JsonInclude.Include.ALWAYS) String campaign,
            @JsonUnwrapped Figures figures) {}

    /**
     * @param leads that reached this stage, or passed it
     * @param ofPreviousPercent of the stage before; null for the first
     * @param ofCapturedPercent of all leads
     */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    public record FunnelRow(String stage, long leads, BigDecimal ofPreviousPercent, BigDecimal ofCapturedPercent) {}
}
