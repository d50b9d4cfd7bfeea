package io.leadloop.handoff.offer.rules;

import java.time.Instant;

/** Where an offer to one rep stands. Offered and accepted ones are open: they count against the rep's capacity. */
public sealed interface HandoffStatus {

    /** @param acceptBy the promise; the offer stays open after it until it is expired */
    record Offered(Instant acceptBy) implements HandoffStatus {}

    record Accepted(Instant at, int attempts) implements HandoffStatus {}

    record Rejected(Instant at, String reason) implements HandoffStatus {}

    record Expired(Instant at) implements HandoffStatus {}

    /** Taken back after it was accepted. */
    record Withdrawn(Instant at) implements HandoffStatus {}

    record Closed(Instant at, Outcome outcome) implements HandoffStatus {}
}
