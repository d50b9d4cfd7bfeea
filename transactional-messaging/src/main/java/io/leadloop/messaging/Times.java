package io.leadloop.messaging;

import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.hibernate.reactive.mutiny.Mutiny;

/** Times in rows that are no entities: the driver's type there is OffsetDateTime. */
public final class Times {
    private Times() {}

    /** The database's clock now, not that of the transaction's begin. */
    public static Uni<Instant> now(Mutiny.StatelessSession tx) {
        return tx.createNativeQuery("select clock_timestamp()", Instant.class).getSingleResult();
    }

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
