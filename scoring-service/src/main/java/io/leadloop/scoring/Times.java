package io.leadloop.scoring;

import java.time.Instant;
import java.time.OffsetDateTime;

/** Times as native queries give them. */
final class Times {
    private Times() {}

    static Instant instant(Object column) {
        return column instanceof OffsetDateTime time ? time.toInstant() : (Instant) column;
    }
}
