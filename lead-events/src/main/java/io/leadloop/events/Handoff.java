package io.leadloop.events;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * An MQL offered to one rep, with its whole state.
 *
 * @param round 1 for the lead's first offer, rising with each offer that follows
 * @param zone the rep's IANA time zone
 * @param acceptBy the promise of the agreement's acceptance clock
 * @param answeredAt when it was accepted or rejected, or {@code null}
 * @param rejectReason one of the agreement's reasons, or {@code null}
 * @param pauses while no promise ran, oldest first; an open end means that it is paused now
 * @param nextStepAt when the rep means to do what is next, or {@code null}
 * @param nextStepSetAt when that was decided, or {@code null}
 * @param attempts human attempts to reach the lead so far
 */
public record Handoff(
        UUID handoffId,
        UUID leadId,
        int round,
        HandoffState state,
        String repId,
        String repName,
        String teamId,
        String managerId,
        String zone,
        String pool,
        Instant offeredAt,
        Instant acceptBy,
        Instant answeredAt,
        String rejectReason,
        int attempts,
        Instant closedAt,
        List<Pause> pauses,
        Instant nextStepAt,
        Instant nextStepSetAt,
        Brief brief) {

    public Handoff {
        pauses = pauses == null ? List.of() : List.copyOf(pauses);
    }
}
