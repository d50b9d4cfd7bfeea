package io.leadloop.reconciliation.rules;

import java.util.Comparator;
import java.util.Locale;
import java.util.UUID;

/**
 * An entry that the two sides do not keep alike.
 *
 * @param told what the producer has, for example {@code version 3}; empty when it does not know the entry
 * @param heard what the consumer has; empty when it does not know the entry
 */
public record Difference(Kind kind, int bucket, UUID id, UUID leadId, String told, String heard) {

    /** The order in which a list shows them. */
    public static final Comparator<Difference> ORDER =
            Comparator.comparingInt(Difference::bucket).thenComparing(difference -> difference.id.toString());

    /** Why they differ. Only the first two of them are all right. */
    public enum Kind {
        /** On its way: younger than a minute. */
        IN_FLIGHT,
        /** An event about it lies among the consumer's dead letters and waits. */
        QUARANTINED,
        /** The consumer has never heard of it. */
        MISSING,
        /** The consumer has not heard the last word, or has heard another one. */
        DIFFERENT,
        /** The producer does not know what the consumer keeps. */
        UNKNOWN;

        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}
