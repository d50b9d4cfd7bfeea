package io.leadloop.sla.alert;

import java.time.Instant;
import java.util.UUID;

/**
 * A promise that is about to break, or broke.
 *
 * @param kind {@code warned} or {@code breached}
 * @param at when it was noticed; {@code dueAt} is when it was due
 * @param share of the promised time that was used up; 1 for a breach
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
        Instant acknowledgedAt,
        String acknowledgedBy) {}
