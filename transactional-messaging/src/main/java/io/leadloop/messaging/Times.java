package io.leadloop.messaging;

import java.time.Instant;
import java.time.OffsetDateTime;

/** Times in rows that are no entities: the driver's type there is OffsetDateTime. */
public final class Times {
    private Times() {}

    /** @return {@code null} for an empty column */
    public static Instant instant(Object column) {
        return switch (column) {
            case null -> null;
            case Instant instant -> instant;
            case OffsetDateTime time -> time.toInstant();
            default -> throw new IllegalArgumentException("Not a time: " + column.getClass());
        };
    }
}
