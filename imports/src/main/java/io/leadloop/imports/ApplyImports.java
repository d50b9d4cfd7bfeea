package io.leadloop.imports;

import io.leadloop.imports.ImportStore.Claimed;
import io.leadloop.imports.ImportStore.Finished;
import io.leadloop.imports.RowOutcome.Imported;
import io.leadloop.imports.RowOutcome.Refused;
import io.leadloop.imports.RowOutcome.Skipped;
import io.leadloop.imports.RowOutcome.Waiting;
import io.leadloop.messaging.Trace;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * Applies claimed rows of one import: rows whose content was imported before are skipped, the rest goes to the service's
 * kind, and what became of each is written, all in the caller's transaction.
 */
@ApplicationScoped
class ApplyImports {
    private final ImportStore store;
    private final ImportKinds kinds;

    ApplyImports(ImportStore store, ImportKinds kinds) {
        this.store = store;
        this.kinds = kinds;
    }

    /** @param rows of one import */
    Uni<Void> apply(Mutiny.StatelessSession tx, List<Claimed> rows) {
        ImportKind kind = kinds.named(rows.getFirst().kind());
        List<String> hashes = rows.stream().map(row -> sha256(row.content())).toList();
        return store.remember(tx, kind.name(), hashes).chain(fresh -> {
            Set<String> unused = new HashSet<>(fresh);
            List<Claimed> toApply = new ArrayList<>();
            List<String> appliedHashes = new ArrayList<>();
            List<Finished> finished = new ArrayList<>();
            for (int i = 0; i < rows.size(); i++) {
                if (unused.remove(hashes.get(i))) {
                    toApply.add(rows.get(i));
                    appliedHashes.add(hashes.get(i));
                } else {
                    finished.add(finished(rows.get(i), new Skipped("this row was imported before")));
                }
            }
            return applyFresh(tx, kind, toApply)
                    .chain(outcomes -> {
                        List<String> notImported = new ArrayList<>();
                        for (int i = 0; i < outcomes.size(); i++) {
                            finished.add(finished(toApply.get(i), outcomes.get(i)));
                            if (!(outcomes.get(i) instanceof Imported)) {
                                notImported.add(appliedHashes.get(i));
                            }
                        }
                        return store.forget(tx, kind.name(), notImported);
                    })
                    .chain(() -> store.finish(tx, finished));
        });
    }

    private static Uni<List<RowOutcome>> applyFresh(Mutiny.StatelessSession tx, ImportKind kind, List<Claimed> rows) {
        if (rows.isEmpty()) {
            return Uni.createFrom().item(List.of());
        }
        List<ImportRow> mapped = rows.stream()
                .map(row -> new ImportRow(row.importId(), row.number(), row.fields()))
                .toList();
        return kind.apply(tx, mapped, Trace.of(rows.getFirst().traceparent()));
    }

    static Finished finished(Claimed row, RowOutcome outcome) {
        return switch (outcome) {
            case Imported imported -> new Finished(row.importId(), row.number(), "imported", null);
            case Skipped skipped -> new Finished(row.importId(), row.number(), "skipped", skipped.message());
            case Refused refused -> new Finished(row.importId(), row.number(), "refused", refused.message());
            case Waiting waiting -> new Finished(row.importId(), row.number(), "waiting", waiting.message());
        };
    }

    private static String sha256(String content) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(content.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java platform has SHA-256", impossible);
        }
    }
}
