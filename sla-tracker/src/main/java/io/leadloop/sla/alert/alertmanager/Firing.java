package io.leadloop.sla.alert.alertmanager;

import java.time.Instant;
import java.util.UUID;

/**
 * A warning or breach as Alertmanager is told of it: at most one of each kind a clock.
 *
 * @param kind {@code warned} or {@code breached}
 * @param over whether it is told for the last time
 */
record Firing(
        UUID clockId,
        String kind,
        String clock,
        UUID leadId,
        UUID handoffId,
        String repId,
        String teamId,
        String managerId,
        Instant at,
        Instant dueAt,
        boolean over) {}
