package io.leadloop.scoring.learned.rules;

/** What becomes of a model that was trained. */
public sealed interface Publishing {

    /** It is the one that leads show from now on. */
    record Published() implements Publishing {}

    /** It is kept for people to see, and not used. */
    record Refused(String reason) implements Publishing {}
}
