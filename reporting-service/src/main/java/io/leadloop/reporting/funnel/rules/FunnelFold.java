package io.leadloop.reporting.funnel.rules;

import io.leadloop.events.ActivityEvent;
import io.leadloop.events.Brief;
import io.leadloop.events.ClosedLoopEvent;
import io.leadloop.events.Handoff;
import io.leadloop.events.HandoffEvent;
import io.leadloop.events.LeadEvent;
import io.leadloop.events.LeadKeyed;
import io.leadloop.events.LifecycleStage;
import io.leadloop.events.Profile;
import io.leadloop.events.ScoreEvent;
import io.leadloop.events.SlaEvent;
import io.leadloop.events.StageReached;
import io.leadloop.events.Touch;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * One event folded into what is known of its lead. The same event twice, or an older one after a newer one, changes
 * nothing.
 */
public final class FunnelFold {

    private FunnelFold() {}

    public static FunnelLead fold(FunnelLead lead, LeadKeyed event) {
        if (!lead.versions().isNews(event)) {
            return lead;
        }
        FunnelLead told = switch (event) {
            case LeadEvent e -> captured(lead, e.lead());
            case ScoreEvent e -> scored(lead, e);
            case HandoffEvent e -> handedOff(lead, e);
            case ClosedLoopEvent e -> lead.with(outcome(e));
            case ActivityEvent unused -> lead;
            case SlaEvent unused -> lead;
        };
        return told.with(told.versions().seen(event));
    }

    private static FunnelLead captured(FunnelLead lead, LeadEvent.LeadState state) {
        Optional<Touch> first = state.touches().stream().findFirst();
        Optional<Profile> profile = Optional.ofNullable(state.profile());
        Capture capture = new Capture(
                state.capturedAt(),
                state.historical(),
                first.flatMap(touch -> said(touch.source())),
                first.flatMap(touch -> said(touch.medium())),
                first.flatMap(touch -> said(touch.campaign())),
                first.flatMap(touch -> said(touch.landingPage())),
                profile.flatMap(person -> said(person.company())),
                profile.flatMap(person -> said(person.country())),
                furthest(state.stages()));
        return lead.with(capture)
                .mqlAt(at(state.stages(), LifecycleStage.MQL))
                .sqlAt(at(state.stages(), LifecycleStage.SQL));
    }

    private static FunnelLead scored(FunnelLead lead, ScoreEvent event) {
        FunnelLead graded = lead.with(grading(event.brief()));
        return switch (event) {
            case ScoreEvent.LeadQualified qualified -> graded.mqlAt(Optional.of(qualified.occurredAt()));
            case ScoreEvent.LeadScored unused -> graded;
            case ScoreEvent.LeadNurtured unused -> graded;
            case ScoreEvent.LeadDisqualified unused -> graded;
        };
    }

    private static Grading grading(Brief brief) {
        return new Grading(brief.score().grade(), said(brief.score().persona()), brief.qualification());
    }

    private static FunnelLead handedOff(FunnelLead lead, HandoffEvent event) {
        return switch (event) {
            case HandoffEvent.HandoffOffered e -> lead.with(offer(e.handoff()));
            case HandoffEvent.HandoffAccepted e -> lead.with(offer(e.handoff())).sqlAt(Optional.of(e.occurredAt()));
            case HandoffEvent.HandoffRejected e -> lead.with(offer(e.handoff()));
            case HandoffEvent.HandoffExpired e -> lead.with(offer(e.handoff()));
            case HandoffEvent.AttemptLogged e -> lead.with(offer(e.handoff()));
            case HandoffEvent.HandoffPaused e -> lead.with(offer(e.handoff()));
            case HandoffEvent.HandoffResumed e -> lead.with(offer(e.handoff()));
            case HandoffEvent.NextStepSet e -> lead.with(offer(e.handoff()));
            case HandoffEvent.HandoffClosed e -> lead.with(offer(e.handoff()));
            case HandoffEvent.HandoffWithdrawn e -> lead.with(offer(e.handoff()));
            // Nobody holds it: it stays what it was, a qualified lead.
            case HandoffEvent.HandoffUnroutable e -> lead.mqlAt(Optional.of(e.occurredAt()));
        };
    }

    private static Offer offer(Handoff handoff) {
        return new Offer(handoff.state(), handoff.repId(), handoff.offeredAt(), handoff.attempts());
    }

    private static Outcome outcome(ClosedLoopEvent event) {
        Optional<String> rep = said(event.repId());
        Optional<String> persona = Optional.ofNullable(event.origin()).flatMap(origin -> said(origin.persona()));
        Instant at = event.occurredAt();
        return switch (event) {
            case ClosedLoopEvent.LeadWon e ->
                new Outcome(Outcome.Kind.WON, at, rep, persona, Optional.empty(), Optional.ofNullable(e.amount()));
            case ClosedLoopEvent.LeadLost e ->
                new Outcome(Outcome.Kind.LOST, at, rep, persona, said(e.reason()), Optional.empty());
            case ClosedLoopEvent.LeadRecycled e ->
                new Outcome(Outcome.Kind.RECYCLED, at, rep, persona, said(e.reason()), Optional.empty());
            case ClosedLoopEvent.LeadReturned e ->
                new Outcome(Outcome.Kind.RETURNED, at, rep, persona, said(e.reason()), Optional.empty());
        };
    }

    private static LifecycleStage furthest(List<StageReached> stages) {
        return stages.stream()
                .map(StageReached::stage)
                .filter(stage -> stage != LifecycleStage.OTHER)
                .max(Comparator.naturalOrder())
                .orElse(LifecycleStage.CAPTURED);
    }

    private static Optional<Instant> at(List<StageReached> stages, LifecycleStage stage) {
        return stages.stream()
                .filter(reached -> reached.stage() == stage)
                .flatMap(reached -> Optional.ofNullable(reached.at()).stream())
                .findFirst();
    }

    private static Optional<String> said(String value) {
        return Optional.ofNullable(value).map(String::strip).filter(text -> !text.isEmpty());
    }
}
