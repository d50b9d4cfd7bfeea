package io.leadloop.handoff.offer.rules;

/** What a report of an outcome means. */
public sealed interface OutcomeReading {

    record Understood(Outcome outcome) implements OutcomeReading {}

    /** @param message what to do about {@code field} */
    record Wrong(String field, String message) implements OutcomeReading {}
}
