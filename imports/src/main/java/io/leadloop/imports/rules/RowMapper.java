package io.leadloop.imports.rules;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.time.temporal.TemporalAccessor;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Maps rows by a mapping that was checked against the file's header.
 *
 * <ul>
 *   <li>A column that the mapping does not name is left out.
 *   <li>An empty cell is no value, also where a constant is given: the constant holds then.
 *   <li>A time becomes RFC 3339 in UTC; a date is its midnight in the mapping's zone.
 * </ul>
 */
public final class RowMapper {
    /** A row longer than this is not a lead. */
    private static final int MAX_ROW_CHARS = 32_768;

    private static final List<DateTimeFormatter> USUAL_TIMES = List.of(
            DateTimeFormatter.ISO_DATE_TIME,
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss"),
            DateTimeFormatter.ISO_LOCAL_DATE);

    private final ImportMapping mapping;
    private final Set<String> timeFields;
    private final ZoneId zone;
    private final Map<String, DateTimeFormatter> formats = new TreeMap<>();

    private RowMapper(ImportMapping mapping, Set<String> timeFields, ZoneId zone) {
        this.mapping = mapping;
        this.timeFields = timeFields;
        this.zone = zone;
    }

    /** The outcome of checking a mapping. */
    public sealed interface Checked {
        record Usable(RowMapper mapper) implements Checked {}

        /** @param problems what is wrong, in words for the person who wrote the mapping */
        record Unusable(List<String> problems) implements Checked {}
    }

    /** The outcome of mapping a row. */
    public sealed interface Mapped {
        record Fields(Map<String, String> fields) implements Mapped {}

        record Wrong(String message) implements Mapped {}
    }

    /** @param header the file's column names */
    public static Checked check(
            ImportMapping mapping, Set<String> fields, Set<String> timeFields, List<String> header) {
        List<String> problems = new ArrayList<>();
        if (mapping.columns().isEmpty()) {
            problems.add("columns is empty: name at least one column and the field that it fills");
        }
        mapping.columns().forEach((column, targets) -> {
            if (!header.contains(column)) {
                problems.add("the file has no column '" + column + "'; it has " + header);
            }
            targets.forEach(target -> unknownField(target, fields).ifPresent(problems::add));
        });
        mapping.constants()
                .keySet()
                .forEach(target -> unknownField(target, fields).ifPresent(problems::add));
        Optional<ZoneId> zone = zone(mapping.zone());
        if (zone.isEmpty()) {
            problems.add("zone '" + mapping.zone() + "' is not an IANA time zone such as Europe/Berlin");
        }
        RowMapper mapper = new RowMapper(mapping, timeFields, zone.orElse(ZoneOffset.UTC));
        mapping.formats()
                .forEach((field, pattern) -> mapper.addFormat(field, pattern).ifPresent(problems::add));
        return problems.isEmpty() ? new Checked.Usable(mapper) : new Checked.Unusable(problems);
    }

    /** @param cells by column name */
    public Mapped map(Map<String, String> cells) {
        Map<String, String> fields = new TreeMap<>(mapping.constants());
        int size = 0;
        for (Map.Entry<String, List<String>> column : mapping.columns().entrySet()) {
            String cell = cells.getOrDefault(column.getKey(), "").strip();
            size += cell.length();
            if (cell.indexOf('\0') >= 0) {
                return new Mapped.Wrong(column.getKey() + " contains a NUL character");
            }
            if (!cell.isEmpty()) {
                column.getValue().forEach(target -> fields.put(target, cell));
            }
        }
        if (size > MAX_ROW_CHARS) {
            return new Mapped.Wrong("the row has " + size + " characters, at most " + MAX_ROW_CHARS + " are taken");
        }
        for (String field : timeFields) {
            if (fields.containsKey(field)) {
                Optional<Instant> time = time(field, fields.get(field));
                if (time.isEmpty()) {
                    return new Mapped.Wrong(field + " '" + fields.get(field) + "' is not a time in the expected form ("
                            + mapping.formats().getOrDefault(field, "ISO 8601") + "); name its pattern under formats");
                }
                fields.put(field, time.get().toString());
            }
        }
        return new Mapped.Fields(fields);
    }

    private Optional<String> addFormat(String field, String pattern) {
        if (!timeFields.contains(field)) {
            return Optional.of("formats names '" + field + "', which is not a time; times are " + timeFields);
        }
        try {
            formats.put(
                    field,
                    DateTimeFormatter.ofPattern(pattern.replace("yyyy", "uuuu"))
                            .withResolverStyle(ResolverStyle.STRICT));
            return Optional.empty();
        } catch (IllegalArgumentException notAPattern) {
            return Optional.of("formats." + field + " '" + pattern + "' is not a pattern such as dd-MM-yyyy HH:mm");
        }
    }

    private Optional<Instant> time(String field, String text) {
        List<DateTimeFormatter> candidates = formats.containsKey(field) ? List.of(formats.get(field)) : USUAL_TIMES;
        return candidates.stream()
                .flatMap(format -> parse(format, text).stream())
                .findFirst();
    }

    private Optional<Instant> parse(DateTimeFormatter format, String text) {
        try {
            TemporalAccessor parsed = format.parseBest(text, ZonedDateTime::from, LocalDateTime::from, LocalDate::from);
            return Optional.of(
                    switch (parsed) {
                        case ZonedDateTime zoned -> zoned.toInstant();
                        case LocalDateTime local -> local.atZone(zone).toInstant();
                        case LocalDate date -> date.atStartOfDay(zone).toInstant();
                        default -> throw new DateTimeException("not a time");
                    });
        } catch (DateTimeException notInThisForm) {
            return Optional.empty();
        }
    }

    private static Optional<ZoneId> zone(String name) {
        try {
            return Optional.of(ZoneId.of(name));
        } catch (DateTimeException unknown) {
            return Optional.empty();
        }
    }

    private static Optional<String> unknownField(String field, Set<String> fields) {
        return fields.contains(field)
                ? Optional.empty()
                : Optional.of("'" + field + "' is not a field; fields are "
                        + fields.stream().sorted(Comparator.naturalOrder()).toList());
    }
}
