package io.leadloop.reporting.web.others;

import io.leadloop.events.Clock;
import io.leadloop.events.Quota;
import io.leadloop.events.QuotaState;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** What sla-tracker says of promises in danger, as far as their page shows it. Fields it does not know are ignored. */
public final class PromiseAnswers {

    private PromiseAnswers() {}

    /**
     * A promise that was broken.
     *
     * @param leadId to whom it was given; absent if it is Marketing's of the month
     * @param quota what that was, and where it stood; absent if it was given to a lead
     */
    public record Alert(
            long alertId,
            Instant at,
            String clock,
            UUID leadId,
            String repId,
            String teamId,
            String managerId,
            Instant dueAt,
            Quota quota,
            String acknowledgedBy) {}

    record Alerts(List<Alert> items) {}

    /** Marketing's promise of a month, or a part of it. */
    public record Month(
            String month,
            String part,
            String value,
            String teamId,
            QuotaState state,
            Instant until,
            int promised,
            int delivered,
            double expected) {}

    record Months(List<Month> items) {}

    /**
     * What is about to break, and what broke.
     *
     * @param warned clocks that run and were warned of
     * @param behind promises of this month that were warned of and are still behind
     * @param breached clocks
     * @param missed promises of a month
     */
    public record Danger(
            Part<List<Clock>> warned, Part<List<Month>> behind, Part<List<Alert>> breached, Part<List<Alert>> missed) {}
}
