package io.leadloop.systemtests.faults.judge;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.time.Instant;

/**
 * One call in the ledger.
 *
 * @param id what finds it again: the touch's {@code content} of a lead's post, the activity's id, the hand-off's id
 * @param leadId as it was answered; empty where the outcome is unknown
 * @param contentHash of what was sent, see {@link Content}; empty but for posts of leads
 * @param at when the answer was read
 */
public record Entry(Kind kind, String id, String leadId, String contentHash, Instant at) {
    private static final JsonMapper JSON = new JsonMapper();

    /** What was called. */
    public enum Kind {
        LEAD,
        ACTIVITY,
        ACCEPT
    }

    String line() {
        return JSON.createObjectNode()
                .put("kind", kind.name())
                .put("id", id)
                .put("leadId", leadId)
                .put("contentHash", contentHash)
                .put("at", at.toString())
                .toString();
    }

    static Entry read(String line) {
        try {
            JsonNode json = JSON.readTree(line);
            return new Entry(
                    Kind.valueOf(json.get("kind").asText()),
                    json.get("id").asText(),
                    json.get("leadId").asText(),
                    json.get("contentHash").asText(),
                    Instant.parse(json.get("at").asText()));
        } catch (com.fasterxml.jackson.core.JsonProcessingException broken) {
            throw new IllegalArgumentException(line, broken);
        }
    }
}
