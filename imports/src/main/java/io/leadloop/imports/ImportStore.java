package io.leadloop.imports;

import com.fasterxml.jackson.core.type.TypeReference;
import io.leadloop.events.EventJson;
import io.leadloop.http.Cursor;
import io.leadloop.http.PageRequest;
import io.leadloop.imports.ImportStatus.RowMessage;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;

/** The tables of imports. */
@ApplicationScoped
class ImportStore {
    private static final String INSERT_ROWS = """
            insert into import_row (import_id, row_number, state, content, message)
            select ?1, r.number, case when r.message is null then 'pending' else 'refused' end, r.content, r.message
            from unnest(cast(?2 as int[]), cast(?3 as text[]), cast(?4 as text[])) r (number, content, message)""";

    private static final String CLAIM = """
            select r.import_id, r.row_number, r.content, j.kind, j.traceparent
            from import_row r join import_job j on j.id = r.import_id and j.state = 'running'
            where r.state in ('pending', 'waiting') and r.retry_at <= now()
            order by r.retry_at, r.import_id, r.row_number
            limit ?1 for update of r skip locked""";

    private static final String FINISH = """
            update import_row i set
              state = r.state, message = nullif(r.message, ''),
              content = case when r.state = 'waiting' then i.content end,
              retry_at = now() + interval '5 seconds'
            from unnest(cast(?1 as uuid[]), cast(?2 as int[]), cast(?3 as text[]), cast(?4 as text[]))
              r (import_id, row_number, state, message)
            where i.import_id = r.import_id and i.row_number = r.row_number""";

    private static final String COMPLETE = """
            update import_job j set state = 'completed', completed_at = now()
            where j.state = 'running' and not exists (
              select from import_row r where r.import_id = j.id and r.state in ('pending', 'waiting'))""";

    private static final String REMEMBER = """
            insert into imported_row (kind, content_hash)
            select ?1, decode(h, 'hex') from unnest(cast(?2 as text[])) h
            on conflict do nothing returning encode(content_hash, 'hex')""";

    private static final String FORGET = """
            delete from imported_row where kind = ?1
              and content_hash in (select decode(h, 'hex') from unnest(cast(?2 as text[])) h)""";

    private static final String MESSAGES = """
            select row_number, state, message from import_row
            where import_id = ?1 and message is not null and row_number > ?2
              and (cast(?3 as text) = '' or state = ?3)
            order by row_number limit ?4""";

    /** A mapped row, or the reason why it could not be mapped. */
    record NewRow(int number, String content, String message) {}

    /** A row that this transaction has locked. */
    record Claimed(UUID importId, int number, String content, String kind, String traceparent) {
        Map<String, String> fields() {
            try {
                return EventJson.mapper().readValue(content, new TypeReference<>() {});
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
        }
    }

    /** What became of a claimed row. */
    record Finished(UUID importId, int number, String state, String message) {}

    Uni<Void> insertRows(Mutiny.StatelessSession tx, UUID importId, List<NewRow> rows) {
        return tx.createNativeQuery(INSERT_ROWS)
                .setParameter(1, importId)
                .setParameter(2, rows.stream().map(NewRow::number).toArray(Integer[]::new))
                .setParameter(3, rows.stream().map(NewRow::content).toArray(String[]::new))
                .setParameter(4, rows.stream().map(NewRow::message).toArray(String[]::new))
                .executeUpdate()
                .replaceWithVoid();
    }

    Uni<Void> start(Mutiny.StatelessSession tx, UUID importId) {
        return tx.createNativeQuery("update import_job set state = 'running' where id = ?1")
                .setParameter(1, importId)
                .executeUpdate()
                .replaceWithVoid();
    }

    Uni<Void> delete(Mutiny.StatelessSession tx, UUID importId) {
        return tx.createNativeQuery("delete from import_job where id = ?1")
                .setParameter(1, importId)
                .executeUpdate()
                .replaceWithVoid();
    }

    Uni<List<Claimed>> claim(Mutiny.StatelessSession tx, int limit) {
        return tx.createNativeQuery(CLAIM, Object[].class)
                .setParameter(1, limit)
                .getResultList()
                .map(rows -> rows.stream()
                        .map(row -> new Claimed(
                                (UUID) row[0], ((Number) row[1]).intValue(), (String) row[2], (String) row[3], (String)
                                        row[4]))
                        .toList());
    }

    /** The hashes among {@code hexHashes} that were never imported; they count as imported from now on. */
    Uni<List<String>> remember(Mutiny.StatelessSession tx, String kind, List<String> hexHashes) {
        return tx.createNativeQuery(REMEMBER, String.class)
                .setParameter(1, kind)
                .setParameter(2, hexHashes.toArray(String[]::new))
                .getResultList();
    }

    Uni<Void> forget(Mutiny.StatelessSession tx, String kind, List<String> hexHashes) {
        return hexHashes.isEmpty()
                ? Uni.createFrom().voidItem()
                : tx.createNativeQuery(FORGET)
                        .setParameter(1, kind)
                        .setParameter(2, hexHashes.toArray(String[]::new))
                        .executeUpdate()
                        .replaceWithVoid();
    }

    Uni<Void> finish(Mutiny.StatelessSession tx, List<Finished> rows) {
        return tx.createNativeQuery(FINISH)
                .setParameter(1, rows.stream().map(Finished::importId).toArray(UUID[]::new))
                .setParameter(2, rows.stream().map(Finished::number).toArray(Integer[]::new))
                .setParameter(3, rows.stream().map(Finished::state).toArray(String[]::new))
                .setParameter(4, rows.stream().map(Finished::message).toArray(String[]::new))
                .executeUpdate()
                .replaceWithVoid();
    }

    Uni<Void> complete(Mutiny.StatelessSession tx) {
        return tx.createNativeQuery(COMPLETE).executeUpdate().replaceWithVoid();
    }

    Uni<Optional<ImportJobRow>> find(Mutiny.StatelessSession tx, UUID importId) {
        return tx.get(ImportJobRow.class, importId).map(Optional::ofNullable);
    }

    Uni<List<ImportJobRow>> list(Mutiny.StatelessSession tx, PageRequest page) {
        Optional<Cursor> from = page.from();
        String query = from.isEmpty()
                ? "from ImportJobRow j order by j.createdAt desc, j.id desc"
                : "from ImportJobRow j where (j.createdAt, j.id) < (?1, ?2) order by j.createdAt desc, j.id desc";
        Mutiny.SelectionQuery<ImportJobRow> select = tx.createQuery(query, ImportJobRow.class);
        from.ifPresent(cursor -> select.setParameter(1, cursor.at()).setParameter(2, UUID.fromString(cursor.id())));
        return select.setMaxResults(page.limit() + 1).getResultList();
    }

    Uni<Map<String, Long>> counts(Mutiny.StatelessSession tx, UUID importId) {
        return tx.createNativeQuery(
                        "select state, count(*) from import_row where import_id = ?1 group by state order by state",
                        Object[].class)
                .setParameter(1, importId)
                .getResultList()
                .map(rows -> {
                    Map<String, Long> counts = new LinkedHashMap<>();
                    long total = 0;
                    for (Object[] row : rows) {
                        long count = ((Number) row[1]).longValue();
                        counts.put((String) row[0], count);
                        total += count;
                    }
                    counts.put("total", total);
                    return counts;
                });
    }

    /** @param state one state, or empty for all that have a message */
    Uni<List<RowMessage>> messages(Mutiny.StatelessSession tx, UUID importId, int afterRow, String state, int limit) {
        return tx.createNativeQuery(MESSAGES, Object[].class)
                .setParameter(1, importId)
                .setParameter(2, afterRow)
                .setParameter(3, state)
                .setParameter(4, limit)
                .getResultList()
                .map(rows -> rows.stream()
                        .map(row -> new RowMessage(((Number) row[0]).intValue(), (String) row[1], (String) row[2]))
                        .toList());
    }
}
