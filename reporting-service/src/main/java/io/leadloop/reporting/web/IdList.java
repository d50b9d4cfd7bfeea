package io.leadloop.reporting.web;

import io.leadloop.http.Page;
import io.leadloop.reconciliation.rules.Entry;
import io.leadloop.reporting.reconciliation.DifferenceAnswer;
import java.util.List;
import java.util.function.Function;

/**
 * The ids behind a number.
 *
 * @param next address of the next part, or empty
 */
public record IdList(String title, String text, List<Line> lines, String next) {

    /** Whether hand-offs are counted, each with its lead. */
    public boolean countsHandoffs() {
        return lines.stream().anyMatch(line -> !line.id().isEmpty());
    }

    /** Whether two sides are shown. */
    public boolean compares() {
        return lines.stream().anyMatch(line -> !line.heard().isEmpty());
    }

    /**
     * @param leadId whose page the line leads to
     * @param id of the hand-off, or empty where the lead itself is counted
     * @param told what the one side has, or what the only side has
     * @param heard what the other side has, or empty
     */
    public record Line(String leadId, String id, String kind, String told, String heard) {}

    static IdList ofDifferences(String title, String text, Page<DifferenceAnswer> page, Function<String, String> next) {
        return new IdList(
                title,
                text,
                page.items().stream()
                        .map(difference -> new Line(
                                difference.leadId().toString(),
                                difference.id().equals(difference.leadId())
                                        ? ""
                                        : difference.id().toString(),
                                difference.kind().replace('-', ' '),
                                orNothing(difference.told()),
                                orNothing(difference.heard())))
                        .toList(),
                page.nextCursor() == null ? "" : next.apply(page.nextCursor()));
    }

    static IdList ofEntries(String title, String text, Page<Entry> page, Function<String, String> next) {
        return new IdList(
                title,
                text,
                page.items().stream()
                        .map(entry -> new Line(
                                entry.leadId().toString(),
                                entry.id().equals(entry.leadId())
                                        ? ""
                                        : entry.id().toString(),
                                Wording.words(entry.state()),
                                "version " + entry.version()
                                        + (entry.inFlight() ? ", told less than a minute ago" : ""),
                                ""))
                        .toList(),
                page.nextCursor() == null ? "" : next.apply(page.nextCursor()));
    }

    private static String orNothing(String text) {
        return text == null || text.isEmpty() ? "nothing" : text;
    }
}
