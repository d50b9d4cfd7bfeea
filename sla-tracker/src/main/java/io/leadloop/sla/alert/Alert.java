package io.leadloop.sla.alert;

import io.leadloop.events.Quota;
import io.leadloop.sla.Sight;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A promise that is about to break, or broke: a clock's to a lead, or Marketing's of the month. */
public record Alert(
        long alertId,

        @Schema(description = "Which of the two it is, and so which of the fields are there", examples = "quota")
        String subject,

        @Schema(
                description =
                        "The stream's event name. Of a clock warned, breached or escalated; of a quota warned or missed",
                examples = "breached")
        String kind,

        @Schema(description = "When it was noticed") Instant at,

        UUID clockId,

        @Schema(description = "The agreement's name of it", examples = "acceptance")
        String clock,

        UUID leadId,
        UUID handoffId,
        Integer round,
        String repId,
        String teamId,
        String managerId,
        Instant startedAt,

        @Schema(description = "When it was due; of a quota the month's end")
        Instant dueAt,

        @Schema(
                description =
                        "Of the promised time that was used up; 1 for a breach, 1 + n for the nth step of the ladder. Of a"
                                + " quota the agreed share of what should be delivered by now, below which it is; absent when missed")
        Double share,

        @Schema(
                description =
                        "What the agreement wants of a broken clock: remind (the rep is told), escalate (so is the"
                                + " manager) or reassign; absent for a warning and for a quota",
                examples = "reassign")
        String action,

        @Schema(description = "Where it stood then") Quota quota,

        @Schema(description = "Of the event on leadloop.sla that told the same")
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
