package io.leadloop.reporting.report;

import io.leadloop.http.ProblemException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/**
 * A place in a report that is ordered by leads, most first, and by name. Opaque to clients.
 *
 * @param name empty for the leads without one
 */
record GroupCursor(long leads, String name) {
    static final GroupCursor START = new GroupCursor(Long.MAX_VALUE, "");

    String encode() {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString((leads + "|" + name).getBytes(StandardCharsets.UTF_8));
    }

    /** @param text may be {@code null} or empty: the start */
    static GroupCursor decode(String text) {
        if (text == null || text.isEmpty()) {
            return START;
        }
        try {
            String[] parts = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8).split("\\|", 2);
            if (parts.length == 2 && parts[1].indexOf('\0') < 0) {
                return new GroupCursor(Long.parseLong(parts[0]), parts[1]);
            }
        } catch (IllegalArgumentException notOurs) {
            throw refusal();
        }
        throw refusal();
    }

    private static ProblemException refusal() {
        return ProblemException.invalid("cursor", "is not one that this report gave; start again without it");
    }
}
