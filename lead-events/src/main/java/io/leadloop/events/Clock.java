package io.leadloop.events;

import java.time.Instant;
import java.util.UUID;

/**
 * One running promise to a lead.
 *
 * @param clock the agreement's name of it, for example {@code acceptance}
 * @param round of the hand-off that it belongs to
 * @param endedAt when it was met, breached or cancelled, or {@code null}
 * @param onBreach what the agreement wants then: {@code reassign}, {@code escalate} or {@code remind}
 */
public record Clock(
        UUID clockId,
        String clock,
        UUID leadId,
        UUID handoffId,
        int round,
        String repId,
        String teamId,
        String managerId,
        ClockState state,
        Instant startedAt,
        Instant dueAt,
        Instant endedAt,
        String onBreach) {}
