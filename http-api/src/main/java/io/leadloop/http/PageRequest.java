package io.leadloop.http;

import java.util.Optional;

/**
 * Which part of a list is wanted.
 *
 * @param limit 1–{@value #MAX_LIMIT}
 * @param after the last row of the part before, or {@code null} for the start
 */
public record PageRequest(int limit, Cursor after) {
    public static final int DEFAULT_LIMIT = 50;
    public static final int MAX_LIMIT = 200;

    /** Reads the query parameters; either may be {@code null}. Refuses with 400 what is no limit or no cursor of ours. */
    public static PageRequest of(Integer limit, String cursor) {
        int wanted = limit == null ? DEFAULT_LIMIT : limit;
        if (wanted < 1 || wanted > MAX_LIMIT) {
            throw ProblemException.invalid("limit", "must be between 1 and " + MAX_LIMIT);
        }
        return new PageRequest(wanted, cursor == null || cursor.isEmpty() ? null : Cursor.decode(cursor));
    }

    public Optional<Cursor> from() {
        return Optional.ofNullable(after);
    }
}
