package io.leadloop.events;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.lang.reflect.Field;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AsyncApiTest {

    private static final String DEAD_LETTERS = Topics.deadLetters("{service}");
    private static final JsonNode DOCUMENT = Published.asyncApi();

    @Test
    void every_topic_is_a_channel_and_every_channel_a_topic() throws IllegalAccessException {
        Set<String> topics = new HashSet<>(Set.of(DEAD_LETTERS));
        for (Field constant : Topics.class.getFields()) {
            topics.add((String) constant.get(null));
        }

        assertThat(topics).hasSizeGreaterThan(2);
        assertThat(DOCUMENT.path("channels").findValuesAsText("address")).containsExactlyInAnyOrderElementsOf(topics);
    }

    @Test
    void every_channel_carries_the_events_of_its_topic() {
        Map<String, Set<String>> announced = new TreeMap<>();
        DOCUMENT.path("channels")
                .forEach(channel -> announced.put(channel.path("address").asText(), messagesOf(channel)));

        assertThat(announced)
                .isEqualTo(Arrays.stream(EventType.values())
                        .collect(Collectors.groupingBy(
                                type -> type.topic().orElse(DEAD_LETTERS),
                                Collectors.mapping(EventType::wireName, Collectors.toSet()))));
    }

    @Test
    void the_messages_are_the_event_types() {
        assertThat(DOCUMENT.at("/components/messages").findValuesAsText("name"))
                .containsExactlyInAnyOrderElementsOf(Arrays.stream(EventType.values())
                        .map(EventType::wireName)
                        .toList());
    }

    @ParameterizedTest
    @EnumSource
    void a_message_refers_to_the_schema_of_its_event_and_to_that_of_the_headers(EventType type) {
        JsonNode message = messageNamed(type.wireName());
        JsonNode trait = resolve(message.path("traits").path(0));

        assertThat(message.at("/payload/$ref").asText()).isEqualTo("./schemas/" + Published.schemaFile(type));
        assertThat(trait.at("/headers/$ref").asText()).isEqualTo("./schemas/headers.schema.json");
        assertThat(trait.at("/bindings/kafka/key/type").asText()).isEqualTo("string");
    }

    @Test
    void every_channel_is_published_by_one_operation() {
        assertThat(DOCUMENT.path("operations").findValuesAsText("$ref"))
                .containsExactlyInAnyOrderElementsOf(DOCUMENT.path("channels")
                        .propertyStream()
                        .map(channel -> "#/channels/" + channel.getKey())
                        .toList());
    }

    private static Set<String> messagesOf(JsonNode channel) {
        return channel.path("messages")
                .valueStream()
                .map(message -> resolve(message).path("name").asText())
                .collect(Collectors.toSet());
    }

    private static JsonNode messageNamed(String wireName) {
        return DOCUMENT.at("/components/messages")
                .valueStream()
                .filter(message -> message.path("name").asText().equals(wireName))
                .findFirst()
                .orElseThrow();
    }

    private static JsonNode resolve(JsonNode reference) {
        JsonNode found = DOCUMENT.at(reference.path("$ref").asText().substring(1));
        assertThat(found.isMissingNode()).as("what %s refers to", reference).isFalse();
        return found;
    }
}
