package io.leadloop.reporting.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** The period that a page was asked for, as its links repeat it. Either end may be empty: open. */
public record PeriodQuery(String from, String to) {

    /** @param from may be {@code null} */
    static PeriodQuery of(String from, String to) {
        return new PeriodQuery(from == null ? "" : from.strip(), to == null ? "" : to.strip());
    }

    public String text() {
        if (from.isEmpty() && to.isEmpty()) {
            return "All time";
        }
        if (to.isEmpty()) {
            return "Captured since " + from;
        }
        return from.isEmpty() ? "Captured before " + to : "Captured from " + from + " until before " + to;
    }

    /** With its leading {@code ?}, or empty. */
    String query() {
        return with("cursor", "");
    }

    String with(String name, String value) {
        List<String> parts = new ArrayList<>();
        add(parts, "from", from);
        add(parts, "to", to);
        add(parts, name, value);
        return parts.isEmpty() ? "" : "?" + String.join("&", parts);
    }

    private static void add(List<String> parts, String name, String value) {
        if (!value.isEmpty()) {
            parts.add(name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8));
        }
    }
}
