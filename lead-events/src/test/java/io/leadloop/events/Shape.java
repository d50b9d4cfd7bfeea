package io.leadloop.events;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What an event looks like on the wire, as a flat list of paths, so that a record, a schema and the baseline can be
 * compared line by line.
 */
record Shape(Map<String, Field> fields) {

    /**
     * @param type a JSON Schema type, with its format after a colon
     * @param values of an enum, else empty
     */
    record Field(String type, boolean required, List<String> values) {}

    /** {@code a.b[].c} lies in {@code a.b[]}, that in {@code a.b}, that in {@code a}. */
    static Optional<String> parentOf(String path) {
        if (path.endsWith("[]")) {
            return Optional.of(path.substring(0, path.length() - 2));
        }
        int dot = path.lastIndexOf('.');
        return dot < 0 ? Optional.empty() : Optional.of(path.substring(0, dot));
    }
}
