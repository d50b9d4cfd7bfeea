package io.leadloop.events;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** What handoff-service says on {@code leadloop.handoffs}: always the hand-off's whole state. CRM systems subscribe to it. */
public sealed interface HandoffEvent extends LeadKeyed {

    /** The version of the agreement by which the lead was routed. */
    int agreementVersion();

    /** A rep has until {@code handoff.acceptBy} to answer. */
    record HandoffOffered(UUID leadId, long leadVersion, Instant occurredAt, int agreementVersion, Handoff handoff)
            implements HandoffEvent {}

    /** The lead is an SQL. */
    record HandoffAccepted(UUID leadId, long leadVersion, Instant occurredAt, int agreementVersion, Handoff handoff)
            implements HandoffEvent {}

    /** Sales gives the lead back; {@code handoff.rejectReason} says why. */
    record HandoffRejected(
            UUID leadId, long leadVersion, Instant occurredAt, int agreementVersion, Handoff handoff, String note)
            implements HandoffEvent {}

    /** Nobody answered in time; the next rep is offered the lead. */
    record HandoffExpired(UUID leadId, long leadVersion, Instant occurredAt, int agreementVersion, Handoff handoff)
            implements HandoffEvent {}

    /**
     * Nobody can take the lead now. It waits for the first who can.
     *
     * @param reasons who was considered and why not, as {@code repId: reason}
     */
    record HandoffUnroutable(
            UUID leadId, long leadVersion, Instant occurredAt, int agreementVersion, List<String> reasons, Brief brief)
            implements HandoffEvent {
        public HandoffUnroutable {
            reasons = reasons == null ? List.of() : List.copyOf(reasons);
        }
    }

    /** Someone tried to reach the lead. Automated mail is no attempt. */
    record AttemptLogged(
            UUID leadId, long leadVersion, Instant occurredAt, int agreementVersion, Attempt attempt, Handoff handoff)
            implements HandoffEvent {}

    /** No promise to the lead runs from now on, because of {@code reason}; {@code handoff.pauses} says since when. */
    record HandoffPaused(
            UUID leadId, long leadVersion, Instant occurredAt, int agreementVersion, String reason, Handoff handoff)
            implements HandoffEvent {}

    /** Promises run again. */
    record HandoffResumed(UUID leadId, long leadVersion, Instant occurredAt, int agreementVersion, Handoff handoff)
            implements HandoffEvent {}

    /** The rep decided what comes next, and that it is at {@code handoff.nextStepAt}. */
    record NextStepSet(
            UUID leadId, long leadVersion, Instant occurredAt, int agreementVersion, String step, Handoff handoff)
            implements HandoffEvent {}

    /** An outcome is known, here or in another system: nothing is owed of this hand-off any more. The outcome is on the closed loop. */
    record HandoffClosed(UUID leadId, long leadVersion, Instant occurredAt, int agreementVersion, Handoff handoff)
            implements HandoffEvent {}

    /**
     * The rep loses the lead. A promise was broken, and the next one is offered it; or its score dropped before anybody accepted it,
     * and Marketing has it back.
     *
     * @param reason the clock that was broken, as {@code clock:first-attempt}, or {@code score:dropped}
     */
    record HandoffWithdrawn(
            UUID leadId, long leadVersion, Instant occurredAt, int agreementVersion, String reason, Handoff handoff)
            implements HandoffEvent {}
}
