package io.leadloop.http;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;

/**
 * A place in a list that is ordered by time and, within one time, by id. Opaque to clients.
 *
 * @param id the row's id as text
 */
public record Cursor(Instant at, String id) {

    public String encode() {
        return Base64.getUrlEncoder().withoutPadding().encodeToString((at + "|" + id).getBytes(StandardCharsets.UTF_8));
    }

    static Cursor decode(String text) {
        try {
            String[] parts = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8).split("\\|", 2);
            if (parts.length == 2 && parts[1].matches("[0-9A-Za-z-]{1,64}")) {
                return new Cursor(Instant.parse(parts[0]), parts[1]);
            }
        } catch (IllegalArgumentException | DateTimeException notOurs) {
            throw ProblemException.invalid("cursor", "is not one that this list gave; start again without it");
        }
        throw ProblemException.invalid("cursor", "is not one that this list gave; start again without it");
    }
}
