package io.leadloop.imports.rules;

import com.fasterxml.jackson.annotation.JsonFormat;
import java.util.List;
import java.util.Map;

/**
 * How a file's columns become fields.
 *
 * @param kind what the rows are, for example {@code leads}
 * @param columns by the column's name in the file, the field or fields that it fills; other columns are left out
 * @param constants fields that have the same value in every row
 * @param formats by field, the pattern of its times ({@link java.time.format.DateTimeFormatter}), where they are not ISO 8601
 * @param zone of times that name none, an IANA name; UTC if absent
 * @param delimiter between cells; a comma if absent
 */
public record ImportMapping(
        String kind,

        @JsonFormat(with = JsonFormat.Feature.ACCEPT_SINGLE_VALUE_AS_ARRAY)
        Map<String, List<String>> columns,

        Map<String, String> constants,
        Map<String, String> formats,
        String zone,
        String delimiter) {

    public ImportMapping {
        columns = columns == null ? Map.of() : Map.copyOf(columns);
        constants = constants == null ? Map.of() : Map.copyOf(constants);
        formats = formats == null ? Map.of() : Map.copyOf(formats);
        zone = zone == null ? "UTC" : zone;
        delimiter = delimiter == null ? "," : delimiter;
    }
}
