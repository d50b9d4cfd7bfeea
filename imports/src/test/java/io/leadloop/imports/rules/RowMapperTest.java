package io.leadloop.imports.rules;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.leadloop.imports.rules.RowMapper.Checked;
import io.leadloop.imports.rules.RowMapper.Mapped;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RowMapperTest {
    private static final Set<String> FIELDS = Set.of("externalId", "capturedAt", "source", "campaign", "landingPage");
    private static final Set<String> TIMES = Set.of("capturedAt");
    private static final List<String> HEADER = List.of("id", "first_contact", "origin", "page", "ignored");

    @Test
    void a_column_fills_one_field_or_several_and_constants_fill_the_rest() throws IOException {
        // Given a mapping as people write it
        RowMapper mapper = usable("""
                {"kind": "leads", "columns": {"id": "externalId", "page": ["campaign", "landingPage"], "origin": "source"},
                 "constants": {"source": "unknown"}}""");

        // When rows are mapped
        Map<String, String> whole =
                fields(mapper.map(Map.of("id", " 7 ", "page", "p1", "origin", "email", "ignored", "x")));
        Map<String, String> empty = fields(mapper.map(Map.of("id", "8", "page", "", "origin", " ")));

        // Then an empty cell is no value, and a constant holds where the cell is empty
        assertThat(whole)
                .isEqualTo(Map.of("externalId", "7", "campaign", "p1", "landingPage", "p1", "source", "email"));
        assertThat(empty).isEqualTo(Map.of("externalId", "8", "source", "unknown"));
    }

    @ParameterizedTest
    @CsvSource({
        "UTC,              ,           2018-02-26 19:58:54,       2018-02-26T19:58:54Z",
        "UTC,              ,           2018-02-26,                2018-02-26T00:00:00Z",
        "America/New_York, ,           2018-02-26,                2018-02-26T05:00:00Z",
        "America/New_York, ,           2018-02-26T19:58:54+01:00, 2018-02-26T18:58:54Z",
        "UTC,              dd-MM-yyyy, 01-02-2018,                2018-02-01T00:00:00Z",
    })
    void a_time_becomes_utc(String zone, String format, String cell, String expected) {
        // Given
        ImportMapping mapping = new ImportMapping(
                "leads",
                Map.of("first_contact", List.of("capturedAt")),
                Map.of(),
                format == null ? Map.of() : Map.of("capturedAt", format),
                zone,
                null);

        // When
        Map<String, String> mapped = fields(usable(mapping).map(Map.of("first_contact", cell)));

        // Then
        assertThat(mapped).containsEntry("capturedAt", expected);
    }

    @ParameterizedTest
    @CsvSource({"31-02-2018", "2018-02-26", "soon"})
    void a_time_in_another_form_is_wrong_and_the_message_says_how_to_name_it(String cell) {
        // Given
        RowMapper mapper = usable(new ImportMapping(
                "leads",
                Map.of("first_contact", List.of("capturedAt")),
                Map.of(),
                Map.of("capturedAt", "dd-MM-yyyy"),
                null,
                null));

        // When
        Mapped mapped = mapper.map(Map.of("first_contact", cell));

        // Then
        assertThat(mapped)
                .isEqualTo(new Mapped.Wrong("capturedAt '" + cell
                        + "' is not a time in the expected form (dd-MM-yyyy); name its pattern under formats"));
    }

    @Test
    void all_that_is_wrong_with_a_mapping_is_said_at_once() {
        // Given a mapping with five mistakes
        ImportMapping mapping = new ImportMapping(
                "leads",
                Map.of("nope", List.of("externalId"), "id", List.of("external_id")),
                Map.of("sauce", "x"),
                Map.of("source", "dd"),
                "Mars/Olympus",
                null);

        // When it is checked
        Checked checked = RowMapper.check(mapping, FIELDS, TIMES, HEADER);

        // Then
        assertThat(checked)
                .isInstanceOfSatisfying(
                        Checked.Unusable.class,
                        unusable -> assertThat(unusable.problems())
                                .hasSize(5)
                                .anyMatch(problem -> problem.contains("no column 'nope'"))
                                .anyMatch(problem -> problem.contains("'external_id' is not a field"))
                                .anyMatch(problem -> problem.contains("'sauce' is not a field"))
                                .anyMatch(problem -> problem.contains("'source', which is not a time"))
                                .anyMatch(problem -> problem.contains("Mars/Olympus")));
    }

    @Test
    void what_a_database_cannot_hold_and_what_is_too_long_is_wrong() {
        // Given
        RowMapper mapper =
                usable(new ImportMapping("leads", Map.of("id", List.of("externalId")), Map.of(), Map.of(), null, null));

        // When, then
        assertThat(mapper.map(Map.of("id", "a\0b"))).isInstanceOf(Mapped.Wrong.class);
        assertThat(mapper.map(Map.of("id", "x".repeat(40_000)))).isInstanceOf(Mapped.Wrong.class);
    }

    private static RowMapper usable(String json) throws IOException {
        return usable(new ObjectMapper().readValue(json, ImportMapping.class));
    }

    private static RowMapper usable(ImportMapping mapping) {
        return switch (RowMapper.check(mapping, FIELDS, TIMES, HEADER)) {
            case Checked.Usable usable -> usable.mapper();
            case Checked.Unusable unusable -> throw new AssertionError(unusable.problems());
        };
    }

    private static Map<String, String> fields(Mapped mapped) {
        return switch (mapped) {
            case Mapped.Fields fields -> fields.fields();
            case Mapped.Wrong wrong -> throw new AssertionError(wrong.message());
        };
    }
}
