package io.leadloop.sla.alert;

import io.leadloop.events.Quota;
import io.leadloop.sla.Sight;
import java.time.Instant;
import java.util.UUID;

/**
 * A promise that is about to break, or broke: a clock's to a lead, or Marketing's of the month.
 *
 * @param subject {@code clock} or {@code quota}: which of the two, and so which of the fields are there
 * @param kind of a clock {@code warned}, {@code breached} or {@code escalated}; of a quota {@code warned} or {@code missed}
 * @param at when it was noticed; {@code dueAt} is when it was due, and of a quota the month's end
 * @param share of the promised time that was used up; 1 for a breach, more for the steps of the ladder. Of a quota that is
 *     warned of the agreed share of what should be delivered by now, below which it is; absent when it is missed
 * @param action what the agreement wants of a broken clock: {@code remind} (the rep is told), {@code escalate} (so is the
 *     manager) or {@code reassign}; absent for a warning and for a quota
 * @param quota where it stood then
 * @param quotaVersion of the event on {@code leadloop.sla} that told the same
 */
public record Alert(
        long alertId,
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
        Long quotaVersion,
        Instant acknowledgedAt,
        String acknowledgedBy) {
    static final String CLOCK = "clock";
    static final String QUOTA = "quota";

    /** What is promised of the month concerns everybody, but for a rep's part of it. */
    boolean concerns(Sight sight) {
        return (subject.equals(QUOTA) && repId == null) || sight.covers(repId, teamId);
    }
}
