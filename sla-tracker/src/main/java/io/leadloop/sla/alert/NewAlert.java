package io.leadloop.sla.alert;

import io.leadloop.events.Clock;
import java.time.Instant;
import java.util.UUID;

/**
 * An alert to be raised.
 *
 * @param at when it was noticed, by the database's clock
 * @param share of the promised time that is used up; 1 for a breach, 1 + n for the nth rung of the ladder after it
 */
public record NewAlert(
        String kind,
        Instant at,
        UUID clockId,
        String clock,
        UUID leadId,
        UUID handoffId,
        int round,
        String repId,
        String teamId,
        String managerId,
        Instant startedAt,
        Instant dueAt,
        double share) {

    public static NewAlert warned(Clock clock, Instant at, double share) {
        return of("warned", clock, at, share);
    }

    public static NewAlert breached(Clock clock, Instant at) {
        return of("breached", clock, at, 1);
    }

    /** @param rung of the ladder, from 1 */
    public static NewAlert escalated(Clock clock, Instant at, int rung) {
        return of("escalated", clock, at, 1 + rung);
    }

    Alert numbered(long alertId) {
        return new Alert(
                alertId, kind, at, clockId, clock, leadId, handoffId, round, repId, teamId, managerId, startedAt, dueAt,
                share, null, null);
    }

    private static NewAlert of(String kind, Clock clock, Instant at, double share) {
        return new NewAlert(
                kind,
                at,
                clock.clockId(),
                clock.clock(),
                clock.leadId(),
                clock.handoffId(),
                clock.round(),
                clock.repId(),
                clock.teamId(),
                clock.managerId(),
                clock.startedAt(),
                clock.dueAt(),
                share);
    }
}
