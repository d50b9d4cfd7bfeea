package io.leadloop.webhooks;

import java.time.Instant;

/**
 * Something to tell.
 *
 * @param key of the event, unique among all that this service tells: telling it again tells nobody twice
 * @param type one of the offer's
 * @param at when it happened
 * @param dataJson what the receiver reads, a JSON object of less than 20 kB
 */
public record WebhookMessage(String key, String type, Instant at, String dataJson) {

    /** The exact bytes that are signed and sent. */
    String body() {
        return "{\"type\":\"" + type + "\",\"timestamp\":\"" + at + "\",\"data\":" + dataJson + "}";
    }
}
