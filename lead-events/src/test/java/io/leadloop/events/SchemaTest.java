package io.leadloop.events;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SchemaTest {

    private static final String ADDRESS = "https://leadloop.io/schemas/";
    private static final String HEADERS = "headers.schema.json";
    private static final SchemaRegistry REGISTRY = SchemaRegistry.withDefaultDialect(
            SpecificationVersion.DRAFT_2020_12,
            builder -> builder.schemaIdResolvers(ids -> ids.mapPrefix(ADDRESS, "classpath:schemas/")));

    @Test
    void there_is_one_schema_for_each_event_type_and_no_other() {
        assertThat(Published.fileNames("/schemas"))
                .containsExactlyInAnyOrderElementsOf(Stream.concat(
                                Stream.of("types.schema.json", HEADERS),
                                Arrays.stream(EventType.values()).map(Published::schemaFile))
                        .toList());
    }

    @ParameterizedTest
    @EnumSource
    void a_schema_carries_its_own_address_and_the_name_of_its_record(EventType type) {
        JsonNode schema = Published.schema(Published.schemaFile(type));

        assertThat(schema.path("$id").asText()).isEqualTo(ADDRESS + Published.schemaFile(type));
        assertThat(schema.path("title").asText()).isEqualTo(type.recordClass().getSimpleName());
    }

    @ParameterizedTest
    @EnumSource
    void a_schema_has_the_fields_types_and_values_of_its_record(EventType type) {
        assertThat(withoutRequired(SchemaShape.of(type))).isEqualTo(withoutRequired(RecordShape.of(type)));
    }

    @ParameterizedTest
    @EnumSource
    void what_java_cannot_leave_out_is_required(EventType type) {
        Map<String, Shape.Field> schema = SchemaShape.of(type).fields();

        assertThat(requiredIn(RecordShape.of(type).fields()))
                .isNotEmpty()
                .allSatisfy(path -> assertThat(schema.get(path).required()).isTrue());
    }

    @ParameterizedTest
    @EnumSource
    void the_sample_is_valid(EventType type) {
        assertThat(errors(Published.schemaFile(type), Published.sample(type))).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void a_sample_with_a_wrong_time_is_not_valid(EventType type) {
        assertThat(errors(
                        Published.schemaFile(type),
                        Published.sample(type).replaceFirst("\"occurredAt\": \"[^\"]*\"", "\"occurredAt\": \"noon\"")))
                .singleElement()
                .satisfies(error -> assertThat(error.toString()).contains("occurredAt", "date-time"));
    }

    @Test
    void the_sample_of_headers_is_valid() {
        assertThat(errors(HEADERS, Published.text("/samples/" + SampleTest.HEADERS)))
                .isEmpty();
    }

    private static List<Error> errors(String schemaFile, String json) {
        return REGISTRY.getSchema(SchemaLocation.of(ADDRESS + schemaFile))
                .validate(
                        json,
                        InputFormat.JSON,
                        context -> context.executionConfig(config -> config.formatAssertionsEnabled(true)));
    }

    private static Map<String, Shape.Field> withoutRequired(Shape shape) {
        Map<String, Shape.Field> fields = new TreeMap<>();
        shape.fields().forEach((path, field) -> fields.put(path, new Shape.Field(field.type(), false, field.values())));
        return fields;
    }

    private static List<String> requiredIn(Map<String, Shape.Field> fields) {
        return fields.keySet().stream()
                .filter(path -> fields.get(path).required())
                .toList();
    }
}
