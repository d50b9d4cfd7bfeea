package io.leadloop.agreement;

/** What a condition says of a lead. */
public sealed interface Verdict {

    Verdict HOLDS = new Holds();
    Verdict DOES_NOT_HOLD = new DoesNotHold();

    /** Whether the condition holds; one that failed does not. */
    default boolean holds() {
        return this instanceof Holds;
    }

    record Holds() implements Verdict {}

    record DoesNotHold() implements Verdict {}

    /** It could not be evaluated for this lead, for example a text that is no number. @param code without personal data */
    record Failed(String code) implements Verdict {}
}
