package io.leadloop.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Older readers survive additions, newer readers survive what is not there yet. */
class CompatibilityTest {

    @ParameterizedTest
    @EnumSource
    void an_unknown_field_is_ignored(EventType type) {
        // Given
        ObjectNode later = (ObjectNode) Published.json(Published.sample(type));
        later.putObject("addedLater").put("in", "a later version");
        later.findParents("leadId").forEach(nested -> ((ObjectNode) nested).put("alsoAddedLater", 1));

        // When
        Event read = EventJson.read(later.toString(), type.recordClass());

        // Then
        assertThat(read).isEqualTo(Published.sampleEvent(type));
    }

    @Test
    void an_unknown_enum_value_reads_as_other() {
        Set<Class<?>> enums = Arrays.stream(EventType.values())
                .flatMap(type -> RecordShape.enumsOf(type).stream())
                .collect(Collectors.toSet());

        assertThat(enums)
                .hasSizeGreaterThanOrEqualTo(5)
                .allSatisfy(choice ->
                        assertThat(EventJson.read("\"added_later\"", choice)).hasToString("OTHER"));
    }

    @ParameterizedTest
    @EnumSource
    void what_is_required_is_enough_to_read(EventType type) {
        // Given
        Map<String, Shape.Field> fields = SchemaShape.of(type).fields();
        ObjectNode least = (ObjectNode) Published.json(Published.sample(type));
        removeOptional(least, "", fields);

        // When
        Event read = EventJson.read(least.toString(), type.recordClass());

        // Then
        assertThat(read.occurredAt()).isEqualTo(Published.sampleEvent(type).occurredAt());
        assertThat(read.key()).isEqualTo(Published.sampleEvent(type).key());
    }

    @Test
    void an_event_without_its_version_is_refused() {
        String withoutVersion = Published.sample(EventType.LEAD_CAPTURED).replace("\"leadVersion\": 1,", "");

        assertThatThrownBy(() -> EventJson.read(withoutVersion, LeadEvent.LeadCaptured.class))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("leadVersion");
    }

    private static void removeOptional(JsonNode node, String prefix, Map<String, Shape.Field> fields) {
        if (node instanceof ObjectNode object) {
            object.retain(object.propertyStream()
                    .map(Map.Entry::getKey)
                    .filter(name -> fields.containsKey(prefix + name)
                            && fields.get(prefix + name).required())
                    .toList());
            object.properties()
                    .forEach(property -> removeOptional(property.getValue(), prefix + property.getKey() + ".", fields));
        }
    }
}
