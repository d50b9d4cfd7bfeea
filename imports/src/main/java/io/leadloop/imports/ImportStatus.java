package io.leadloop.imports;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * How far an import is.
 *
 * @param state {@code running} or {@code completed}: no row is pending or waiting any more
 * @param rows how many are pending, waiting, imported, skipped, refused, and in total
 * @param messages of the first rows that were refused, wait or were skipped
 */
public record ImportStatus(
        UUID importId,
        String kind,
        String fileName,
        String state,
        String createdBy,
        Instant createdAt,
        Instant completedAt,
        Map<String, Long> rows,
        List<RowMessage> messages) {

    /** @param row its number in the file, 1 for the first below the header */
    public record RowMessage(int row, String state, String message) {}
}
