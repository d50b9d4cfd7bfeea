package io.leadloop.events;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Every event's name on the wire ({@code ce_type}), its topic and its record: the one place that connects the three. */
public enum EventType {
    LEAD_CAPTURED("io.leadloop.lead.captured.v1", Topics.LEADS, LeadEvent.LeadCaptured.class),
    LEAD_UPDATED("io.leadloop.lead.updated.v1", Topics.LEADS, LeadEvent.LeadUpdated.class),
    ACTIVITY_RECORDED("io.leadloop.activity.recorded.v1", Topics.ACTIVITIES, ActivityEvent.ActivityRecorded.class),
    LEAD_SCORED("io.leadloop.lead.scored.v1", Topics.SCORES, ScoreEvent.LeadScored.class),
    LEAD_QUALIFIED("io.leadloop.lead.qualified.v1", Topics.SCORES, ScoreEvent.LeadQualified.class),
    LEAD_NURTURED("io.leadloop.lead.nurtured.v1", Topics.SCORES, ScoreEvent.LeadNurtured.class),
    LEAD_DISQUALIFIED("io.leadloop.lead.disqualified.v1", Topics.SCORES, ScoreEvent.LeadDisqualified.class),
    HANDOFF_OFFERED("io.leadloop.handoff.offered.v1", Topics.HANDOFFS, HandoffEvent.HandoffOffered.class),
    HANDOFF_ACCEPTED("io.leadloop.handoff.accepted.v1", Topics.HANDOFFS, HandoffEvent.HandoffAccepted.class),
    HANDOFF_REJECTED("io.leadloop.handoff.rejected.v1", Topics.HANDOFFS, HandoffEvent.HandoffRejected.class),
    HANDOFF_EXPIRED("io.leadloop.handoff.expired.v1", Topics.HANDOFFS, HandoffEvent.HandoffExpired.class),
    HANDOFF_UNROUTABLE("io.leadloop.handoff.unroutable.v1", Topics.HANDOFFS, HandoffEvent.HandoffUnroutable.class),
    ATTEMPT_LOGGED("io.leadloop.attempt.logged.v1", Topics.HANDOFFS, HandoffEvent.AttemptLogged.class),
    HANDOFF_PAUSED("io.leadloop.handoff.paused.v1", Topics.HANDOFFS, HandoffEvent.HandoffPaused.class),
    HANDOFF_RESUMED("io.leadloop.handoff.resumed.v1", Topics.HANDOFFS, HandoffEvent.HandoffResumed.class),
    NEXT_STEP_SET("io.leadloop.next-step.set.v1", Topics.HANDOFFS, HandoffEvent.NextStepSet.class),
    HANDOFF_WITHDRAWN("io.leadloop.handoff.withdrawn.v1", Topics.HANDOFFS, HandoffEvent.HandoffWithdrawn.class),
    HANDOFF_CLOSED("io.leadloop.handoff.closed.v1", Topics.HANDOFFS, HandoffEvent.HandoffClosed.class),
    LEAD_WON("io.leadloop.lead.won.v1", Topics.CLOSED_LOOP, ClosedLoopEvent.LeadWon.class),
    LEAD_LOST("io.leadloop.lead.lost.v1", Topics.CLOSED_LOOP, ClosedLoopEvent.LeadLost.class),
    LEAD_RECYCLED("io.leadloop.lead.recycled.v1", Topics.CLOSED_LOOP, ClosedLoopEvent.LeadRecycled.class),
    LEAD_RETURNED("io.leadloop.lead.returned.v1", Topics.CLOSED_LOOP, ClosedLoopEvent.LeadReturned.class),
    CLOCK_STARTED("io.leadloop.clock.started.v1", Topics.SLA, SlaEvent.ClockStarted.class),
    CLOCK_WARNED("io.leadloop.clock.warned.v1", Topics.SLA, SlaEvent.ClockWarned.class),
    CLOCK_MET("io.leadloop.clock.met.v1", Topics.SLA, SlaEvent.ClockMet.class),
    CLOCK_BREACHED("io.leadloop.clock.breached.v1", Topics.SLA, SlaEvent.ClockBreached.class),
    CLOCK_CORRECTED("io.leadloop.clock.corrected.v1", Topics.SLA, SlaEvent.ClockCorrected.class),
    CLOCK_CANCELLED("io.leadloop.clock.cancelled.v1", Topics.SLA, SlaEvent.ClockCancelled.class),
    CLOCK_MOVED("io.leadloop.clock.moved.v1", Topics.SLA, SlaEvent.ClockMoved.class),
    CLOCK_ESCALATED("io.leadloop.clock.escalated.v1", Topics.SLA, SlaEvent.ClockEscalated.class),
    QUOTA_PACED("io.leadloop.quota.paced.v1", Topics.SLA, QuotaEvent.QuotaPaced.class),
    QUOTA_WARNED("io.leadloop.quota.warned.v1", Topics.SLA, QuotaEvent.QuotaWarned.class),
    QUOTA_MISSED("io.leadloop.quota.missed.v1", Topics.SLA, QuotaEvent.QuotaMissed.class),
    AGREEMENT_SIGNED("io.leadloop.agreement.signed.v1", Topics.AGREEMENTS, AgreementEvent.AgreementSigned.class),
    RECORD_DEAD_LETTERED("io.leadloop.record.dead-lettered.v1", null, DeadLetterEvent.RecordDeadLettered.class);

    private static final Pattern VERSIONED = Pattern.compile("io\\.leadloop\\.[a-z.-]{1,80}\\.v\\d{1,6}");
    private static final Map<String, EventType> BY_WIRE_NAME =
            Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(EventType::wireName, Function.identity()));
    private static final Map<Class<?>, EventType> BY_RECORD =
            Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(EventType::recordClass, Function.identity()));

    private final String wireName;
    private final String topic;
    private final Class<? extends Event> recordClass;

    EventType(String wireName, String topic, Class<? extends Event> recordClass) {
        this.wireName = wireName;
        this.topic = topic;
        this.recordClass = recordClass;
    }

    /** The value of {@code ce_type}. */
    public String wireName() {
        return wireName;
    }

    /** Where it travels; empty for dead letters, which have a topic per service. */
    public Optional<String> topic() {
        return Optional.ofNullable(topic);
    }

    public Class<? extends Event> recordClass() {
        return recordClass;
    }

    public static Optional<EventType> ofWireName(String wireName) {
        return Optional.ofNullable(BY_WIRE_NAME.get(wireName));
    }

    /** The event of which {@code wireName} is another version than the one that we know. */
    public static Optional<EventType> otherVersionOf(String wireName) {
        return isOurs(wireName) && !BY_WIRE_NAME.containsKey(wireName)
                ? Arrays.stream(values())
                        .filter(type -> unversioned(type.wireName).equals(unversioned(wireName)))
                        .findFirst()
                : Optional.empty();
    }

    /** Whether it is formed like a name of ours, known or not. */
    public static boolean isOurs(String wireName) {
        return VERSIONED.matcher(wireName).matches();
    }

    private static String unversioned(String wireName) {
        return wireName.substring(0, wireName.lastIndexOf('.'));
    }

    public static EventType of(Event event) {
        return BY_RECORD.get(event.getClass());
    }
}
