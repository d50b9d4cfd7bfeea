package io.leadloop.deploy;

/** What one look at a part or a connector has shown. */
public sealed interface Seen {
    /** It makes progress. */
    record Well() implements Seen {}

    /** It is there and does not answer as it should. */
    record Complaining(String what) implements Seen {}

    /** It has ended. */
    record Gone(String what) implements Seen {}

    /** Nothing can be held against it and nothing be built on it: it is not yet asked, or busy with its recovery. */
    record Unknown() implements Seen {}
}
