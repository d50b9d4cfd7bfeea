package io.leadloop.reporting.web.others;

import io.leadloop.events.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** What sla-tracker says of promises in danger, as far as their page shows it. Fields it does not know are ignored. */
public final class PromiseAnswers {

    private PromiseAnswers() {}

    /** @param kind {@code warned} or {@code breached} */
    public record Alert(
            long alertId,
            String kind,
            Instant at,
            String clock,
            UUID leadId,
            String repId,
            String teamId,
            String managerId,
            Instant dueAt,
            Instant acknowledgedAt,
            String acknowledgedBy) {}

    record Alerts(List<Alert> items) {}

    /** @param warned clocks that run and were warned of */
    public record Danger(Part<List<Clock>> warned, Part<List<Alert>> alerts) {}
}
