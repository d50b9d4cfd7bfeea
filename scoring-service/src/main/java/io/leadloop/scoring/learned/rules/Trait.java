package io.leadloop.scoring.learned.rules;

import java.util.SortedSet;

/** One thing that was known of a lead. What was not known has no trait; that is told apart from every value. */
public sealed interface Trait {

    /** One value of many, for example a source. May turn out to be a number in all leads. */
    record Word(String text) implements Trait {}

    /** A quantity. */
    record Amount(double value) implements Trait {}

    /** Some words of a text, for example of a job title. */
    record Words(SortedSet<String> words) implements Trait {}
}
