package io.leadloop.reconciliation.rules;

import java.util.HashMap;
import java.util.Map;

/**
 * Entries of an account whose ids end alike. Equal checksums of equally many entries mean equal entries, so that of a million
 * leads only those need to be listed that share a bucket with a difference.
 *
 * @param bucket its number, from 0
 * @param checksum over the ids and versions of its entries, in any order
 * @param states how many entries are in which state; not part of the checksum
 */
public record Bucket(int bucket, long entries, long checksum, Map<String, Long> states) {
    public Bucket {
        states = Map.copyOf(states);
    }

    static Bucket empty(int bucket) {
        return new Bucket(bucket, 0, 0, Map.of());
    }

    /** Both together; a checksum is made of hashes by exclusive or, so the order does not matter. */
    public Bucket plus(Bucket other) {
        Map<String, Long> sums = new HashMap<>(states);
        other.states.forEach((state, count) -> sums.merge(state, count, Long::sum));
        return new Bucket(bucket, entries + other.entries, checksum ^ other.checksum, sums);
    }

    boolean isSameAs(Bucket other) {
        return entries == other.entries && checksum == other.checksum;
    }
}
