package io.leadloop.http;

import java.util.List;
import java.util.function.Function;

/**
 * A part of a list, newest first.
 *
 * @param nextCursor what to send as {@code cursor} for the next part; absent on the last one
 */
public record Page<T>(List<T> items, String nextCursor) {

    /** @param rows up to {@code limit + 1} of them: the one too many tells that there is more */
    public static <R, T> Page<T> of(List<R> rows, int limit, Function<R, Cursor> cursor, Function<R, T> item) {
        List<R> shown = rows.size() > limit ? rows.subList(0, limit) : rows;
        String next = rows.size() > limit ? cursor.apply(shown.getLast()).encode() : null;
        return new Page<>(shown.stream().map(item).toList(), next);
    }
}
