package io.leadloop.reporting.timeline.rules;

import io.leadloop.events.ActivityEvent;
import io.leadloop.events.Brief;
import io.leadloop.events.Clock;
import io.leadloop.events.ClosedLoopEvent;
import io.leadloop.events.EventType;
import io.leadloop.events.Handoff;
import io.leadloop.events.HandoffEvent;
import io.leadloop.events.LeadEvent;
import io.leadloop.events.LeadKeyed;
import io.leadloop.events.Money;
import io.leadloop.events.ScoreEvent;
import io.leadloop.events.SlaEvent;
import io.leadloop.events.Touch;
import java.util.Optional;

/**
 * The sentence and the details of each event. What is picked here is an allow-list: names, addresses, numbers, messages and
 * notes of people are never picked, so the timeline may outlive the person.
 */
public final class TimelineRules {
    private static final String PREFIX = "io.leadloop.";
    private static final String VERSION = ".v1";

    private TimelineRules() {}

    public static TimelineEntry entry(LeadKeyed event) {
        Line line = switch (event) {
            case LeadEvent e -> lead(e);
            case ActivityEvent.ActivityRecorded e ->
                new Line("Activity: " + words(e.type()), facts().and("type", e.type()));
            case ScoreEvent e -> score(e);
            case HandoffEvent e -> handoff(e);
            case ClosedLoopEvent e -> outcome(e);
            case SlaEvent e -> clock(e);
        };
        return new TimelineEntry(
                event.occurredAt(), kind(event), line.text(), line.facts().asMap());
    }

    private static Line lead(LeadEvent event) {
        Optional<Touch> first = event.lead().touches().stream().findFirst();
        Optional<Touch> last = event.lead().touches().reversed().stream().findFirst();
        return switch (event) {
            case LeadEvent.LeadCaptured e ->
                new Line(e.lead().historical() ? "Captured (imported history)" : "Captured", touch(first));
            case LeadEvent.LeadUpdated unused -> new Line("Came again or changed", touch(last));
        };
    }

    private static Facts touch(Optional<Touch> touch) {
        return touch.map(seen -> facts().and("source", seen.source())
                        .and("medium", seen.medium())
                        .and("campaign", seen.campaign())
                        .and("landingPage", seen.landingPage()))
                .orElseGet(TimelineRules::facts);
    }

    private static Line score(ScoreEvent event) {
        String grade = event.brief().score().grade();
        Facts facts = graded(event.brief()).and("agreementVersion", event.agreementVersion());
        return switch (event) {
            case ScoreEvent.LeadScored unused -> new Line("Scored " + grade, facts);
            case ScoreEvent.LeadQualified unused -> new Line("Qualified as MQL with " + grade, facts);
            case ScoreEvent.LeadNurtured unused -> new Line("To nurture with " + grade, facts);
            case ScoreEvent.LeadDisqualified unused -> new Line("Disqualified with " + grade, facts);
        };
    }

    private static Facts graded(Brief brief) {
        return facts().and("grade", brief.score().grade())
                .and("fit", brief.score().fit())
                .and("interest", brief.score().interest())
                .and("persona", brief.score().persona());
    }

    private static Line handoff(HandoffEvent event) {
        return switch (event) {
            case HandoffEvent.HandoffOffered e ->
                new Line(
                        "Offered to " + e.handoff().repId(),
                        held(e.handoff()).and("acceptBy", e.handoff().acceptBy()));
            case HandoffEvent.HandoffAccepted e ->
                new Line("Accepted by " + e.handoff().repId(), held(e.handoff()));
            case HandoffEvent.HandoffRejected e ->
                new Line(
                        "Rejected by " + e.handoff().repId(),
                        held(e.handoff()).and("reason", e.handoff().rejectReason()));
            case HandoffEvent.HandoffExpired e ->
                new Line("Not answered by " + e.handoff().repId() + " in time", held(e.handoff()));
            case HandoffEvent.HandoffUnroutable e ->
                new Line(
                        "Nobody can take it now; it waits",
                        facts().and("considered", e.reasons().size()));
            case HandoffEvent.AttemptLogged e ->
                new Line(
                        "Attempt by " + words(e.attempt().channel()) + ": "
                                + words(e.attempt().result()),
                        held(e.handoff())
                                .and("channel", e.attempt().channel())
                                .and("result", e.attempt().result()));
            case HandoffEvent.HandoffPaused e -> new Line("Paused", held(e.handoff()));
            case HandoffEvent.HandoffResumed e -> new Line("Resumed", held(e.handoff()));
            case HandoffEvent.NextStepSet e ->
                new Line(
                        "Next step set",
                        held(e.handoff()).and("nextStepAt", e.handoff().nextStepAt()));
            case HandoffEvent.HandoffClosed e -> new Line("Hand-off closed", held(e.handoff()));
            case HandoffEvent.HandoffWithdrawn e ->
                new Line(
                        "Taken back from " + e.handoff().repId(),
                        held(e.handoff()).and("reason", e.reason()));
        };
    }

    private static Facts held(Handoff handoff) {
        return facts().and("handoffId", handoff.handoffId())
                .and("rep", handoff.repId())
                .and("team", handoff.teamId())
                .and("pool", handoff.pool())
                .and("round", handoff.round());
    }

    private static Line outcome(ClosedLoopEvent event) {
        Facts facts = facts().and("rep", event.repId());
        return switch (event) {
            case ClosedLoopEvent.LeadWon e -> new Line("Won", money(facts, Optional.ofNullable(e.amount())));
            case ClosedLoopEvent.LeadLost e -> new Line("Lost", facts.and("reason", e.reason()));
            case ClosedLoopEvent.LeadRecycled e ->
                new Line("Recycled: not now", facts.and("reason", e.reason()).and("until", e.until()));
            case ClosedLoopEvent.LeadReturned e -> new Line("Returned to Marketing", facts.and("reason", e.reason()));
        };
    }

    private static Facts money(Facts facts, Optional<Money> amount) {
        return amount.map(
                        sum -> facts.and("amount", sum.amount().toPlainString()).and("currency", sum.currency()))
                .orElse(facts);
    }

    private static Line clock(SlaEvent event) {
        Clock clock = event.clock();
        String name = "Clock " + words(clock.clock());
        Facts facts = facts().and("clock", clock.clock())
                .and("clockId", clock.clockId())
                .and("rep", clock.repId())
                .and("dueAt", clock.dueAt());
        return switch (event) {
            case SlaEvent.ClockStarted unused -> new Line(name + " started", facts);
            case SlaEvent.ClockWarned e ->
                new Line(
                        name + ": " + Math.round(e.share() * 100) + " % of the time is used up",
                        facts.and("share", e.share()));
            case SlaEvent.ClockMet unused -> new Line(name + " met", facts);
            case SlaEvent.ClockBreached unused -> new Line(name + " breached", facts);
            case SlaEvent.ClockCorrected unused -> new Line(name + " met after all", facts);
            case SlaEvent.ClockCancelled e -> new Line(name + " cancelled", facts.and("reason", e.reason()));
            case SlaEvent.ClockMoved e ->
                new Line(name + " moved: " + words(e.reason()), facts.and("dueBefore", e.dueBefore()));
            case SlaEvent.ClockEscalated e -> new Line(name + ": " + words(e.action()), facts);
        };
    }

    private static String kind(LeadKeyed event) {
        String name = EventType.of(event).wireName();
        return name.substring(PREFIX.length(), name.length() - VERSION.length());
    }

    private static String words(String slug) {
        return slug.replace('_', ' ').replace('-', ' ');
    }

    private static Facts facts() {
        return new Facts();
    }

    private record Line(String text, Facts facts) {}
}
