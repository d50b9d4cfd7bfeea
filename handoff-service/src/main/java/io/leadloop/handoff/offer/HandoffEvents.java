package io.leadloop.handoff.offer;

import io.leadloop.events.Attempt;
import io.leadloop.events.ClosedLoopEvent;
import io.leadloop.events.ClosedLoopEvent.LeadLost;
import io.leadloop.events.ClosedLoopEvent.LeadRecycled;
import io.leadloop.events.ClosedLoopEvent.LeadReturned;
import io.leadloop.events.ClosedLoopEvent.LeadWon;
import io.leadloop.events.HandoffEvent.AttemptLogged;
import io.leadloop.events.HandoffEvent.HandoffAccepted;
import io.leadloop.events.HandoffEvent.HandoffClosed;
import io.leadloop.events.HandoffEvent.HandoffExpired;
import io.leadloop.events.HandoffEvent.HandoffOffered;
import io.leadloop.events.HandoffEvent.HandoffPaused;
import io.leadloop.events.HandoffEvent.HandoffRejected;
import io.leadloop.events.HandoffEvent.HandoffResumed;
import io.leadloop.events.HandoffEvent.HandoffWithdrawn;
import io.leadloop.events.HandoffEvent.NextStepSet;
import io.leadloop.events.LeadOrigin;
import io.leadloop.events.Money;
import io.leadloop.handoff.directory.LockedLead;
import io.leadloop.handoff.offer.rules.Outcome;
import io.leadloop.handoff.offer.rules.Outcome.Lost;
import io.leadloop.handoff.offer.rules.Outcome.Recycled;
import io.leadloop.handoff.offer.rules.Outcome.Won;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** What is said about a hand-off. Takes each event's version from the lead, so the order of the calls is that of the events. */
public final class HandoffEvents {
    private HandoffEvents() {}

    public static HandoffOffered offered(LockedLead lead, LockedHandoff handoff, Instant at) {
        return new HandoffOffered(
                lead.leadId(), lead.nextHandoffsVersion(), at, handoff.agreementVersion(), handoff.state());
    }

    public static HandoffExpired expired(LockedLead lead, LockedHandoff handoff, Instant at) {
        return new HandoffExpired(
                lead.leadId(), lead.nextHandoffsVersion(), at, handoff.agreementVersion(), handoff.state());
    }

    static HandoffAccepted accepted(LockedLead lead, LockedHandoff handoff, Instant at) {
        return new HandoffAccepted(
                lead.leadId(), lead.nextHandoffsVersion(), at, handoff.agreementVersion(), handoff.state());
    }

    static HandoffRejected rejected(LockedLead lead, LockedHandoff handoff, Instant at, Optional<String> note) {
        return new HandoffRejected(
                lead.leadId(),
                lead.nextHandoffsVersion(),
                at,
                handoff.agreementVersion(),
                handoff.state(),
                note.orElse(null));
    }

    static AttemptLogged attempted(LockedLead lead, LockedHandoff handoff, Attempt attempt) {
        return new AttemptLogged(
                lead.leadId(),
                lead.nextHandoffsVersion(),
                attempt.at(),
                handoff.agreementVersion(),
                attempt,
                handoff.state());
    }

    static HandoffPaused paused(LockedLead lead, LockedHandoff handoff, Instant at, Optional<String> reason) {
        return new HandoffPaused(
                lead.leadId(),
                lead.nextHandoffsVersion(),
                at,
                handoff.agreementVersion(),
                reason.orElse(null),
                handoff.state());
    }

    static HandoffResumed resumed(LockedLead lead, LockedHandoff handoff, Instant at) {
        return new HandoffResumed(
                lead.leadId(), lead.nextHandoffsVersion(), at, handoff.agreementVersion(), handoff.state());
    }

    static NextStepSet nextStepSet(LockedLead lead, LockedHandoff handoff, Instant at, String step) {
        return new NextStepSet(
                lead.leadId(), lead.nextHandoffsVersion(), at, handoff.agreementVersion(), step, handoff.state());
    }

    public static HandoffWithdrawn withdrawn(LockedLead lead, LockedHandoff handoff, Instant at, String reason) {
        return new HandoffWithdrawn(
                lead.leadId(), lead.nextHandoffsVersion(), at, handoff.agreementVersion(), reason, handoff.state());
    }

    public static HandoffClosed closed(LockedLead lead, LockedHandoff handoff, Instant at) {
        return new HandoffClosed(
                lead.leadId(), lead.nextHandoffsVersion(), at, handoff.agreementVersion(), handoff.state());
    }

    static LeadReturned returned(LockedLead lead, LockedHandoff handoff, Instant at, String reason) {
        return new LeadReturned(
                lead.leadId(),
                lead.nextClosedLoopVersion(),
                at,
                handoff.handoffId(),
                handoff.repId(),
                Origins.of(lead, handoff, at),
                reason);
    }

    static ClosedLoopEvent ended(LockedLead lead, LockedHandoff handoff, Instant at, Outcome outcome) {
        return ended(
                lead,
                at,
                Optional.of(handoff.handoffId()),
                Optional.of(handoff.repId()),
                false,
                Origins.of(lead, handoff, at),
                outcome);
    }

    /** What became of a lead, with or without a hand-off. */
    public static ClosedLoopEvent ended(
            LockedLead lead,
            Instant at,
            Optional<UUID> handoffId,
            Optional<String> repId,
            boolean historical,
            LeadOrigin origin,
            Outcome outcome) {
        UUID leadId = lead.leadId();
        long version = lead.nextClosedLoopVersion();
        UUID handoff = handoffId.orElse(null);
        String rep = repId.orElse(null);
        return switch (outcome) {
            case Won won -> new LeadWon(leadId, version, at, handoff, rep, historical, origin, money(won));
            case Lost lost -> new LeadLost(leadId, version, at, handoff, rep, historical, origin, lost.reason());
            case Recycled recycled ->
                new LeadRecycled(
                        leadId,
                        version,
                        at,
                        handoff,
                        rep,
                        historical,
                        origin,
                        recycled.reason(),
                        recycled.until().orElse(null));
        };
    }

    private static Money money(Won won) {
        return won.amount()
                .map(amount -> new Money(amount.value(), amount.currency()))
                .orElse(null);
    }
}
