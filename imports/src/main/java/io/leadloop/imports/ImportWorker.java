package io.leadloop.imports;

import io.leadloop.imports.ImportStore.Claimed;
import io.leadloop.imports.RowOutcome.Refused;
import io.leadloop.messaging.Database;
import io.leadloop.messaging.Failures;
import io.leadloop.messaging.Stopping;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/**
 * Works off the stored rows, a batch a transaction, on any instance. A batch that fails for a reason in its data is done row
 * by row, and the row that fails alone is refused, so that one bad row holds up nobody.
 */
@ApplicationScoped
class ImportWorker {
    private static final Logger LOG = Logger.getLogger(ImportWorker.class);
    private static final int BATCH = 500;

    private final Database database;
    private final ImportStore store;
    private final ApplyImports apply;
    private final Stopping stopping;

    ImportWorker(Database database, ImportStore store, ApplyImports apply, Stopping stopping) {
        this.database = database;
        this.store = store;
        this.apply = apply;
        this.stopping = stopping;
    }

    @Scheduled(every = "1s", skipExecutionIf = Stopping.class, concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> work() {
        return Uni.createFrom()
                .deferred(() -> step(BATCH))
                .repeat()
                .whilst(done -> done == BATCH)
                .collect()
                .last()
                .replaceWithVoid()
                .onFailure(Failures::isOperational)
                .recoverWithUni(failure -> {
                    if (!stopping.begun()) {
                        LOG.warnf("Imports wait for the database: %s", failure.getMessage());
                    }
                    return Uni.createFrom().voidItem();
                });
    }

    /** @return how many rows were worked off */
    private Uni<Integer> step(int limit) {
        AtomicReference<List<Claimed>> claimed = new AtomicReference<>(List.of());
        return database.patiently(tx -> store.claim(tx, limit)
                        .invoke(claimed::set)
                        .call(rows -> {
                            Uni<Void> all = Uni.createFrom().voidItem();
                            for (List<Claimed> one : byImport(rows)) {
                                all = all.chain(() -> apply.apply(tx, one));
                            }
                            return all;
                        })
                        .call(rows -> rows.size() < limit
                                ? store.complete(tx)
                                : Uni.createFrom().voidItem())
                        .map(List::size))
                .onFailure(failure -> !Failures.isOperational(failure))
                .recoverWithUni(failure -> limit > 1 ? oneByOne(limit) : refuse(claimed.get(), failure));
    }

    private Uni<Integer> oneByOne(int limit) {
        Uni<Integer> all = Uni.createFrom().item(1);
        for (int i = 0; i < limit; i++) {
            all = all.chain(done -> done == 0 ? Uni.createFrom().item(0) : step(1));
        }
        return all.replaceWith(BATCH);
    }

    private Uni<Integer> refuse(List<Claimed> rows, Throwable failure) {
        LOG.errorf(
                failure,
                "An import's row cannot be applied: %s",
                rows.stream().map(ImportWorker::describe).toList());
        return database.patiently(tx -> store.finish(
                        tx,
                        rows.stream()
                                .map(row -> ApplyImports.finished(
                                        row, new Refused("failed here for a reason that is in the service's log")))
                                .toList()))
                .replaceWith(rows.size());
    }

    private static String describe(Claimed row) {
        return "import " + row.importId() + " row " + row.number();
    }

    private static Iterable<List<Claimed>> byImport(List<Claimed> rows) {
        Map<UUID, List<Claimed>> byImport = rows.stream()
                .collect(Collectors.groupingBy(Claimed::importId, LinkedHashMap::new, Collectors.toList()));
        return byImport.values();
    }
}
