package io.leadloop.agreement.diff;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** The document's fields and values as people say them. */
final class Words {

    private static final Map<String, String> FIELDS = Map.ofEntries(
            Map.entry("within", "time"),
            Map.entry("when", "condition"),
            Map.entry("warnAt", "warnings at"),
            Map.entry("onBreach", "when broken"),
            Map.entry("capacityPerRep", "capacity per rep"),
            Map.entry("fallback", "when nobody is left"),
            Map.entry("mqlPerMonth", "MQLs a month"),
            Map.entry("perRep", "per rep"),
            Map.entry("warnBelow", "warning below"),
            Map.entry("until", "ends when"),
            Map.entry("linear", "fades to nothing in"),
            Map.entry("activities", "own activities"),
            Map.entry("halfLife", "half-life"));

    private static final Set<String> SHARES = Set.of("warnAt", "warnBelow", "share");

    private static final Map<String, String> SINGULAR = Map.of(
            "personas", "persona",
            "grades", "grade",
            "reps", "rep",
            "pools", "pool",
            "calendars", "calendar",
            "clocks", "clock",
            "examples", "example");

    private Words() {}

    static String field(String name) {
        return FIELDS.getOrDefault(name, plain(name));
    }

    static String singular(String list) {
        return SINGULAR.getOrDefault(list, plain(list));
    }

    /** {@code leadToCustomer} as words. */
    private static String plain(String name) {
        return name.replaceAll("([a-z])([A-Z])", "$1 $2").replace('_', ' ').toLowerCase(Locale.ROOT);
    }

    /** @param field in which the value stands: shares are written as percent */
    static Fact fact(String field, JsonNode value) {
        if (value.isArray()) {
            List<String> members = new ArrayList<>();
            value.forEach(one -> members.add(value(field, one)));
            return new Fact.Members(members);
        }
        return new Fact.Single(value(field, value));
    }

    private static String value(String field, JsonNode value) {
        if (value.isNumber() && SHARES.contains(field)) {
            return percent(value.decimalValue());
        }
        if (value.isBoolean()) {
            return value.asBoolean() ? "yes" : "no";
        }
        return value.isTextual()
                ? duration(value.textValue())
                : value.isValueNode() ? value.asText() : value.toString();
    }

    private static String percent(BigDecimal share) {
        return share.movePointRight(2).stripTrailingZeros().toPlainString() + " %";
    }

    /** {@code PT15M} as {@code 15 min}; any other text as it is. */
    static String duration(String text) {
        if (!text.startsWith("P")) {
            return text;
        }
        try {
            return words(Duration.parse(text));
        } catch (DateTimeParseException noDuration) {
            return text;
        }
    }

    private static String words(Duration duration) {
        List<String> parts = new ArrayList<>();
        add(parts, duration.toDaysPart(), duration.toDaysPart() == 1 ? "day" : "days");
        add(parts, duration.toHoursPart(), "h");
        add(parts, duration.toMinutesPart(), "min");
        add(parts, duration.toSecondsPart(), "s");
        return parts.isEmpty() ? "0 s" : String.join(" ", parts);
    }

    private static void add(List<String> parts, long count, String unit) {
        if (count > 0) {
            parts.add(count + " " + unit);
        }
    }
}
