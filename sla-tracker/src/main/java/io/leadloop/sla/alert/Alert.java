package io.leadloop.sla.alert;

import java.time.Instant;
import java.util.UUID;

/**
 * A promise that is about to break, or broke.
 *
 * @param kind {@code warned}, {@code breached} or {@code escalated}
 * @param at when it was noticed; {@code dueAt} is when it was due
 * @param share of the promised time that was used up; 1 for a breach, more for the steps of the ladder
 * @param action what the agreement wants then: {@code remind} (the rep is told), {@code escalate} (so is the manager) or
 *     {@code reassign}; absent for a warning
 */
public record Alert(
        long alertId,
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
        String action,
        Instant acknowledgedAt,
        String acknowledgedBy) {}
