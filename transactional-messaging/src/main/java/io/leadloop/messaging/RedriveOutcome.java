package io.leadloop.messaging;

/** What came of a redrive. */
public sealed interface RedriveOutcome {

    record Redriven() implements RedriveOutcome {}

    /** The event was applied before, by another redrive or another delivery; nothing was done a second time. */
    record AlreadyApplied() implements RedriveOutcome {}

    /** It waits still. */
    record StillFailing(String why) implements RedriveOutcome {}

    /** Somebody gave it up before, and its bytes are gone. */
    record Discarded() implements RedriveOutcome {}
}
