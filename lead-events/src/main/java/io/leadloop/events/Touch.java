package io.leadloop.events;

import java.time.Instant;
import java.util.Map;

/**
 * One marketing contact. Any component may be {@code null} (unknown).
 *
 * @param clickIds the advertisers' click identifiers by their parameter name ({@code gclid}, …), never {@code null}
 * @param at when the contact happened
 */
public record Touch(
        String source,
        String medium,
        String campaign,
        String content,
        String term,
        String landingPage,
        String referrer,
        Map<String, String> clickIds,
        Instant at) {

    public Touch {
        clickIds = clickIds == null ? Map.of() : Map.copyOf(clickIds);
    }
}
