package io.leadloop.agreement.workingtime;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;

/**
 * When a clock on the wall shows a time. One that it skips in spring is the moment of the jump; one that it shows twice in autumn is
 * the first of the two. So later times are never earlier moments, and shifts that touch on the wall touch in time.
 */
final class WallClock {
    private WallClock() {}

    /** @param minute after midnight of {@code date}, may lie on the next day */
    static Instant at(LocalDate date, int minute, ZoneId zone) {
        LocalDateTime shown = date.atStartOfDay().plusMinutes(minute);
        ZoneRules rules = zone.getRules();
        ZoneOffsetTransition jump = rules.getTransition(shown);
        return jump != null && jump.isGap()
                ? jump.getInstant()
                : shown.toInstant(rules.getValidOffsets(shown).getFirst());
    }
}
