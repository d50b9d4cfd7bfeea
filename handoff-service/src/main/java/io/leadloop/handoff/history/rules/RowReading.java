package io.leadloop.handoff.history.rules;

/** What a row of a file means. */
public sealed interface RowReading {

    record Understood(PastOutcome outcome) implements RowReading {}

    /** @param message what to do about the row */
    record Wrong(String message) implements RowReading {}
}
