package io.leadloop.scoring.learned;

import io.leadloop.agreement.rules.LeadActivity;
import io.leadloop.messaging.Database;
import io.leadloop.scoring.learned.rules.Example;
import io.leadloop.scoring.learned.rules.Trait;
import io.leadloop.scoring.learned.rules.Traits;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Loads the leads to learn from, newest first, a part in each transaction; what is read is taken apart beside the event loop. Equal
 * traits are one object: many leads have few different ones.
 */
@ApplicationScoped
class LoadExamples {
    private static final int AT_ONCE = 1_000;

    private final Database database;
    private final ExampleStore store;
    private final LearningSettings settings;

    LoadExamples(Database database, ExampleStore store, LearningSettings settings) {
        this.database = database;
        this.store = store;
        this.settings = settings;
    }

    private record Part(List<KnownRow> rows, Map<UUID, List<LeadActivity>> activities) {}

    Uni<List<Example>> all() {
        return more(new ArrayList<>(), new HashMap<>(), Optional.empty());
    }

    private Uni<List<Example>> more(List<Example> found, Map<Trait, Trait> pool, Optional<KnownRow> after) {
        int atMost = Math.min(AT_ONCE, settings.mostLeads() - found.size());
        if (atMost <= 0) {
            return Uni.createFrom().item(found);
        }
        return part(after, atMost)
                .emitOn(Infrastructure.getDefaultWorkerPool())
                .invoke(part -> part.rows().forEach(row -> found.add(example(row, part, pool))))
                .chain(part -> part.rows().size() < atMost
                        ? Uni.createFrom().item(found)
                        : more(found, pool, Optional.of(part.rows().getLast())));
    }

    private Uni<Part> part(Optional<KnownRow> after, int atMost) {
        return database.patiently(tx -> store.newest(tx, settings.silenceIsLost(), after, atMost)
                .chain(rows -> store.activities(
                                tx,
                                rows.stream().map(row -> row.leadId).toList(),
                                rows.stream().map(row -> row.qualifiedAt).toList(),
                                rows.stream().map(row -> row.historical).toList())
                        .map(activities -> new Part(rows, activities))));
    }

    private static Example example(KnownRow row, Part part, Map<Trait, Trait> pool) {
        Map<String, Trait> traits =
                new HashMap<>(Traits.of(row.known(part.activities().getOrDefault(row.leadId, List.of()))));
        traits.replaceAll((name, trait) -> pool.computeIfAbsent(trait, first -> first));
        return new Example(row.leadId, row.qualifiedAt, Map.copyOf(traits), row.won);
    }
}
