package io.leadloop.imports;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.leadloop.events.EventJson;
import io.leadloop.http.Problem.Violation;
import io.leadloop.http.ProblemException;
import io.leadloop.imports.ImportStore.NewRow;
import io.leadloop.imports.rules.ImportMapping;
import io.leadloop.imports.rules.RowMapper;
import io.leadloop.imports.rules.RowMapper.Checked;
import io.leadloop.imports.rules.RowMapper.Mapped;
import io.leadloop.messaging.Database;
import io.leadloop.messaging.Ids;
import io.leadloop.messaging.Trace;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.UUID;
import org.jboss.logging.Logger;

/** Stores a file's rows, chunk by chunk, so that they are safe before the request is answered. */
@ApplicationScoped
class ReceiveImport {
    private static final Logger LOG = Logger.getLogger(ReceiveImport.class);
    private static final int CHUNK = 1_000;

    private final Database database;
    private final ImportStore store;
    private final ImportKinds kinds;

    ReceiveImport(Database database, ImportStore store, ImportKinds kinds) {
        this.database = database;
        this.store = store;
        this.kinds = kinds;
    }

    /** @return the import's id, when all rows are stored; fails with a problem if the mapping or the file is unusable */
    Uni<UUID> receive(ImportMapping mapping, Path file, String fileName, String caller, Trace trace) {
        ImportKind kind = kinds.named(mapping.kind());
        if (mapping.delimiter().length() != 1) {
            throw ProblemException.invalid("mapping.delimiter", "must be one character");
        }
        ImportJobRow job = new ImportJobRow();
        job.id = Ids.next();
        job.kind = kind.name();
        job.fileName = fileName;
        job.state = "receiving";
        job.createdBy = caller;
        job.traceparent = trace.traceparent();
        return database.transaction(tx -> tx.insert(job))
                .chain(() -> storeRows(job.id, mapping, kind, file))
                .chain(() -> database.patiently(tx -> store.start(tx, job.id)))
                .replaceWith(job.id)
                .onFailure()
                .call(failure -> database.patiently(tx -> store.delete(tx, job.id))
                        .onFailure()
                        .invoke(left -> LOG.warnf("Rows of the failed import %s remain: %s", job.id, left.getMessage()))
                        .onFailure()
                        .recoverWithNull());
    }

    private Uni<Void> storeRows(UUID importId, ImportMapping mapping, ImportKind kind, Path file) {
        return Multi.createFrom()
                .resource(
                        () -> open(file, mapping), csv -> Multi.createFrom().iterable(() -> chunks(csv, mapping, kind)))
                .withFinalizer(ReceiveImport::close)
                .runSubscriptionOn(Infrastructure.getDefaultWorkerPool())
                .onItem()
                .transformToUniAndConcatenate(chunk -> database.patiently(tx -> store.insertRows(tx, importId, chunk)))
                .collect()
                .last()
                .onFailure(CsvParseException.class)
                .transform(broken -> ProblemException.invalid("file", "is not CSV: " + broken.getMessage()))
                .replaceWithVoid();
    }

    private static CsvReader<NamedCsvRecord> open(Path file, ImportMapping mapping) {
        try {
            return CsvReader.builder()
                    .fieldSeparator(mapping.delimiter().charAt(0))
                    .skipEmptyLines(true)
                    .allowMissingFields(true)
                    .detectBomHeader(true)
                    .ofNamedCsvRecord(file, StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static void close(CsvReader<NamedCsvRecord> csv) {
        try {
            csv.close();
        } catch (IOException unclosable) {
            throw new UncheckedIOException(unclosable);
        }
    }

    private static Iterator<List<NewRow>> chunks(
            CsvReader<NamedCsvRecord> csv, ImportMapping mapping, ImportKind kind) {
        Iterator<NamedCsvRecord> records = csv.iterator();
        if (!records.hasNext()) {
            throw ProblemException.invalid("file", "has no rows below its header");
        }
        return new Iterator<>() {
            private RowMapper mapper;
            private int number;

            @Override
            public boolean hasNext() {
                return records.hasNext();
            }

            @Override
            public List<NewRow> next() {
                List<NewRow> chunk = new ArrayList<>(CHUNK);
                while (chunk.size() < CHUNK && records.hasNext()) {
                    NamedCsvRecord record = records.next();
                    if (mapper == null) {
                        mapper = mapper(mapping, kind, record.getHeader());
                    }
                    number++;
                    chunk.add(row(number, mapper.map(record.getFieldsAsMap())));
                }
                return chunk;
            }
        };
    }

    private static RowMapper mapper(ImportMapping mapping, ImportKind kind, List<String> header) {
        return switch (RowMapper.check(mapping, kind.fields(), kind.timeFields(), header)) {
            case Checked.Usable usable -> usable.mapper();
            case Checked.Unusable unusable ->
                throw ProblemException.invalid(unusable.problems().stream()
                        .map(problem -> new Violation("mapping", problem))
                        .toList());
        };
    }

    private static NewRow row(int number, Mapped mapped) {
        return switch (mapped) {
            case Mapped.Fields fields -> new NewRow(number, EventJson.write(fields.fields()), null);
            case Mapped.Wrong wrong -> new NewRow(number, null, wrong.message());
        };
    }
}
