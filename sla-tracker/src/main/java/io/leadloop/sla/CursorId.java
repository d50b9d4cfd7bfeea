package io.leadloop.sla;

import io.leadloop.http.Cursor;
import io.leadloop.http.ProblemException;
import java.util.UUID;

/** Reads the id in a cursor; a well-formed cursor of another list is refused like a malformed one. */
public final class CursorId {
    private CursorId() {}

    public static long number(Cursor cursor) {
        try {
            return Long.parseLong(cursor.id());
        } catch (NumberFormatException ofAnotherList) {
            throw notOurs();
        }
    }

    public static UUID uuid(Cursor cursor) {
        try {
            return UUID.fromString(cursor.id());
        } catch (IllegalArgumentException ofAnotherList) {
            throw notOurs();
        }
    }

    private static ProblemException notOurs() {
        return ProblemException.invalid("cursor", "is not one that this list gave; start again without it");
    }
}
