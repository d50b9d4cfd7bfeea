package io.leadloop.agreement;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Optional;

/** Until when a rule counts: through a day, or until a time. */
final class Expiry {

    private Expiry() {}

    /** The moment from which the rule counts no more; empty if the text is neither a date nor a time. */
    static Optional<Instant> of(String text, ZoneId zone) {
        try {
            return Optional.of(
                    text.length() == "2026-06-30".length()
                            ? LocalDate.parse(text)
                                    .plusDays(1)
                                    .atStartOfDay(zone)
                                    .toInstant()
                            : OffsetDateTime.parse(text).toInstant());
        } catch (DateTimeException neither) {
            return Optional.empty();
        }
    }
}
