package io.leadloop.imports;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * A row of a file, mapped to fields.
 *
 * @param number of the row in the file, 1 for the first below the header
 * @param fields by name; empty cells are absent
 */
public record ImportRow(UUID importId, int number, Map<String, String> fields) {

    public Optional<String> field(String name) {
        return Optional.ofNullable(fields.get(name));
    }
}
