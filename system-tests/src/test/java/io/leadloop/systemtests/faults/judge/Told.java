package io.leadloop.systemtests.faults.judge;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.leadloop.systemtests.world.Json;
import io.leadloop.systemtests.world.Topics.Seen;
import java.time.Instant;

/**
 * One event as it lies on a topic.
 *
 * @param eventId its identity
 * @param type without what all types have in common, for example {@code lead.captured}
 * @param recordedAt when its producer's database wrote it down
 * @param fingerprint of the whole value; {@code value} is without the brief, of which ten thousands would not fit
 */
public record Told(
        String topic, String key, String eventId, String type, Instant recordedAt, int fingerprint, JsonNode value) {
    private static final String PREFIX = "io.leadloop.";
    private static final String SUFFIX = ".v1";

    public static Told of(Seen seen) {
        String type = seen.type();
        return new Told(
                seen.topic(),
                seen.key(),
                seen.headers().get("ce_id"),
                type.substring(PREFIX.length(), type.length() - SUFFIX.length()),
                Instant.parse(seen.headers().get("ce_time")),
                seen.value().hashCode(),
                withoutBrief(Json.read(seen.value())));
    }

    private static JsonNode withoutBrief(JsonNode value) {
        value.findParents("brief").forEach(parent -> {
            JsonNode brief = ((ObjectNode) parent).remove("brief");
            assert brief != null;
        });
        return value;
    }

    long version() {
        return value.get(value.has("quotaVersion") ? "quotaVersion" : "leadVersion")
                .asLong();
    }

    Instant time(String pointer) {
        return Instant.parse(value.at(pointer).asText());
    }
}
