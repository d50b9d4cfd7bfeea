package io.leadloop.messaging.relay;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.Map;

/**
 * A place on each topic.
 *
 * @param byTopic the topic's id, which is another one when the topic was made anew, and the next offset of each partition
 */
record Positions(Map<String, OfTopic> byTopic) {
    private static final JsonMapper JSON = new JsonMapper();
    private static final TypeReference<Map<String, OfTopic>> TYPE = new TypeReference<>() {};

    static final Positions NONE = new Positions(Map.of());

    record OfTopic(String id, Map<Integer, Long> offsets) {}

    static Positions read(String json) {
        try {
            return new Positions(JSON.readValue(json, TYPE));
        } catch (JsonProcessingException notOurs) {
            throw new IllegalStateException(
                    "relay_audit.positions cannot be read; set it to {} and watermark to 0", notOurs);
        }
    }

    String json() {
        try {
            return JSON.writeValueAsString(byTopic);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
