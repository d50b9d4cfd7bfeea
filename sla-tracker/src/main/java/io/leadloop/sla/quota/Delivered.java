package io.leadloop.sla.quota;

import java.util.HashMap;
import java.util.Map;

/** Workable MQLs by month and part. */
final class Delivered {
    private final Map<String, Integer> counts = new HashMap<>();

    private static String key(String month, String part, String value) {
        return month + "/" + part + "/" + (value == null ? "" : value);
    }

    void add(String month, String part, String value, int count) {
        counts.merge(key(month, part, value), count, Integer::sum);
    }

    int of(QuotaRow row) {
        return counts.getOrDefault(key(row.month, row.part, row.value), 0);
    }
}
