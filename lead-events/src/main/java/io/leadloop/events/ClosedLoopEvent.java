package io.leadloop.events;

import java.time.Instant;
import java.util.UUID;

/**
 * What handoff-service tells Marketing on {@code leadloop.closed-loop}: what became of a lead. {@code handoffId} is
 * {@code null} for imported history.
 */
public sealed interface ClosedLoopEvent extends LeadKeyed {

    UUID handoffId();

    String repId();

    LeadOrigin origin();

    /** The lead is a customer; {@code amount} may be {@code null} when nobody said how much. */
    record LeadWon(
            UUID leadId,
            long leadVersion,
            Instant occurredAt,
            UUID handoffId,
            String repId,
            boolean historical,
            LeadOrigin origin,
            Money amount)
            implements ClosedLoopEvent {}

    /** Sales worked the lead and lost it. */
    record LeadLost(
            UUID leadId,
            long leadVersion,
            Instant occurredAt,
            UUID handoffId,
            String repId,
            boolean historical,
            LeadOrigin origin,
            String reason)
            implements ClosedLoopEvent {}

    /** Not now: Marketing has the lead back until {@code until} (may be {@code null}). */
    record LeadRecycled(
            UUID leadId,
            long leadVersion,
            Instant occurredAt,
            UUID handoffId,
            String repId,
            boolean historical,
            LeadOrigin origin,
            String reason,
            Instant until)
            implements ClosedLoopEvent {}

    /** Sales rejected the offer. */
    record LeadReturned(
            UUID leadId,
            long leadVersion,
            Instant occurredAt,
            UUID handoffId,
            String repId,
            LeadOrigin origin,
            String reason)
            implements ClosedLoopEvent {}
}
