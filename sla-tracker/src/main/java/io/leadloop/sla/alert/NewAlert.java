package io.leadloop.sla.alert;

import io.leadloop.events.Clock;
import io.leadloop.events.Quota;
import java.time.Instant;
import java.util.UUID;

/**
 * An alert to be raised; its fields are those of {@link Alert}.
 *
 * @param at when it was noticed, by the database's clock
 */
public record NewAlert(
        String subject,
        String kind,
        Instant at,
        UUID clockId,
        String clock,
        UUID leadId,
        UUID handoffId,
        Integer round,
        String repId,
        String teamId,
        String managerId,
        Instant startedAt,
        Instant dueAt,
        Double share,
        String action,
        Quota quota,
        Long quotaVersion) {
    private static final String REP = "rep";

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

    /**
     * @param version of the event that tells the same
     * @param teamId of the rep whose part it is; {@code null} if it is nobody's
     * @param share the agreed one below which it is
     */
    public static NewAlert warned(Quota quota, long version, String teamId, Instant at, double share) {
        return of("warned", quota, version, teamId, at, share);
    }

    /** It cannot be reached any more. */
    public static NewAlert missed(Quota quota, long version, String teamId, Instant at) {
        return of("missed", quota, version, teamId, at, null);
    }

    Alert numbered(long alertId) {
        return new Alert(
                alertId,
                subject,
                kind,
                at,
                clockId,
                clock,
                leadId,
                handoffId,
                round,
                repId,
                teamId,
                managerId,
                startedAt,
                dueAt,
                share,
                action,
                quota,
                quotaVersion,
                null,
                null);
    }

    private static NewAlert of(String kind, Clock clock, Instant at, double share, String action) {
        return new NewAlert(
                Alert.CLOCK,
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
                action,
                null,
                null);
    }

    private static NewAlert of(String kind, Quota quota, long version, String teamId, Instant at, Double share) {
        return new NewAlert(
                Alert.QUOTA,
                kind,
                at,
                null,
                null,
                null,
                null,
                null,
                quota.part().equals(REP) ? quota.value() : null,
                teamId,
                null,
                quota.from(),
                quota.until(),
                share,
                null,
                quota,
                version);
    }
}
