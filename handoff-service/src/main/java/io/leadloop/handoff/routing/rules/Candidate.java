package io.leadloop.handoff.routing.rules;

import java.time.Instant;
import java.util.Optional;

/**
 * A rep as routing sees him.
 *
 * @param weight his part of the leads, relative to the others'; at least 1
 * @param capacity open hand-offs that he can have at once
 * @param open hand-offs that he has now, offered or accepted
 * @param outOfOfficeUntil when he is back, if he is or will be away
 * @param lastOfferedAt when he was last offered a lead, if ever
 */
public record Candidate(
        String repId,
        String teamId,
        int weight,
        int capacity,
        int open,
        boolean active,
        Optional<Instant> outOfOfficeUntil,
        Optional<Instant> lastOfferedAt,
        Standing standing) {

    boolean isOutOfOffice(Instant now) {
        return outOfOfficeUntil.filter(now::isBefore).isPresent();
    }

    boolean isAway(Instant now) {
        return !active || isOutOfOffice(now);
    }

    boolean isFull() {
        return open >= capacity;
    }

    Candidate with(Standing changed) {
        return new Candidate(repId, teamId, weight, capacity, open, active, outOfOfficeUntil, lastOfferedAt, changed);
    }

    Candidate offered(Instant now) {
        return new Candidate(
                repId,
                teamId,
                weight,
                capacity,
                open + 1,
                active,
                outOfOfficeUntil,
                Optional.of(now),
                standing.served());
    }
}
