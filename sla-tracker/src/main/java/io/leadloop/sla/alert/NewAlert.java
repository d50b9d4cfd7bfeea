package io.leadloop.sla.alert;

import io.leadloop.events.Clock;
import java.time.Instant;
import java.util.UUID;

/**
 * An alert to be raised.
 *
 * @param at when it was noticed, by the database's clock
 * @param share of the promised time that is used up; 1 for a breach, 1 + n for the nth rung of the ladder after it
 * @param action what the agreement wants then; {@code null} for a warning
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
        double share,
        String action) {

    public static NewAlert warned(Clock clock, Instant at, double share) {
        return of("warned", clock, at, share, null);
    }

    public static NewAlert breached(Clock clock, Instant at) {
        return of("breached", clock, at, 1, clock.onBreach());
    }

    /**
     * A step of the ladder.
     *
     * @param rung from 1
     * @param action what is to happen: remind, escalate or reassign
     */
    public static NewAlert escalated(Clock clock, Instant at, int rung, String action) {
        return of("escalated", clock, at, 1 + rung, action);
    }

    Alert numbered(long alertId) {
        return new Alert(
                alertId, kind, at, clockId, clock, leadId, handoffId, round, repId, teamId, managerId, startedAt, dueAt,
                share, action, null, null);
    }

    private static NewAlert of(String kind, Clock clock, Instant at, double share, String action) {
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
                share,
                action);
    }
}
