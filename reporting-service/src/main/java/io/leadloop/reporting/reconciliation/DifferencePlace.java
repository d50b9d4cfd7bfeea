package io.leadloop.reporting.reconciliation;

import io.leadloop.http.Cursor;
import io.leadloop.http.ProblemException;
import io.leadloop.reconciliation.Books;
import io.leadloop.reconciliation.rules.Difference;

/**
 * A place in the list of differences.
 *
 * @param buckets how many there are; a list keeps to the number with which it began
 * @param bucket where to go on
 * @param id after which; empty at the start
 */
record DifferencePlace(int buckets, int bucket, String id) {

    static DifferencePlace start(int buckets) {
        return new DifferencePlace(buckets, 0, "");
    }

    static DifferencePlace of(Cursor cursor) {
        String[] parts = cursor.id().split("-", 3);
        if (parts.length == 3 && (parts[0] + parts[1]).matches("[0-9]{1,10}") && parts[2].length() == 36) {
            int buckets = Integer.parseInt(parts[0]);
            if (Integer.bitCount(buckets) == 1 && buckets <= Books.MOST_BUCKETS) {
                return new DifferencePlace(buckets, Integer.parseInt(parts[1]), parts[2]);
            }
        }
        throw ProblemException.invalid("cursor", "is not one that this list gave; start again without it");
    }

    DifferencePlace after(Difference last) {
        return new DifferencePlace(buckets, last.bucket(), last.id().toString());
    }

    boolean isBefore(Difference difference) {
        return difference.bucket() > bucket
                || (difference.bucket() == bucket && difference.id().toString().compareTo(id) > 0);
    }

    String text() {
        return buckets + "-" + bucket + "-" + id;
    }
}
