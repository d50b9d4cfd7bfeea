package io.leadloop.imports;

/** What became of a row. Messages are read by the person who imports; they quote no more than that person sent. */
public sealed interface RowOutcome {

    record Imported() implements RowOutcome {}

    /** Nothing to do, for example because it was imported before. */
    record Skipped(String message) implements RowOutcome {}

    /** Cannot be imported as it is. */
    record Refused(String message) implements RowOutcome {}

    /** Cannot be imported yet; it is tried again every few seconds. */
    record Waiting(String message) implements RowOutcome {}
}
