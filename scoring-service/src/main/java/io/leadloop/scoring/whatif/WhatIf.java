package io.leadloop.scoring.whatif;

import io.leadloop.agreement.Agreement;
import io.leadloop.agreement.inforce.InForce;
import io.leadloop.agreement.rules.ScoredLead;
import io.leadloop.agreement.rules.ScoringRules;
import io.leadloop.events.EventJson;
import io.leadloop.events.LeadEvent.LeadState;
import io.leadloop.messaging.Database;
import io.leadloop.scoring.whatif.WhatIfStore.Chunk;
import io.leadloop.scoring.whatif.WhatIfStore.Start;
import io.leadloop.scoring.whatif.rules.StoredLead;
import io.leadloop.scoring.whatif.rules.TryLead;
import io.leadloop.scoring.whatif.rules.WhatIfSums;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Judges all stored leads by a draft. A chunk is read in a short transaction while those before it are judged, as many at once as
 * there are cores, and never on a thread that serves connections. Who stops listening stops the reading.
 */
@ApplicationScoped
class WhatIf {
    private static final int AT_ONCE = 1_000;
    private static final UUID BEFORE_ALL = new UUID(0, 0);

    private final Database database;
    private final WhatIfStore store;

    WhatIf(Database database, WhatIfStore store) {
        this.database = database;
        this.store = store;
    }

    /**
     * What is wanted.
     *
     * @param weeks over which new MQLs are counted
     * @param after the page of changed leads begins behind this one
     * @param limit of that page
     */
    record Asked(int weeks, Optional<UUID> after, int limit) {}

    Multi<WhatIfRecord> tried(Agreement draft, InForce inForce, Asked asked) {
        return database.patiently(store::start).onItem().transformToMulti(start -> tried(draft, inForce, asked, start));
    }

    private Multi<WhatIfRecord> tried(Agreement draft, InForce inForce, Asked asked, Start start) {
        WhatIfSums sums = new WhatIfSums(
                inForce.agreement().document().zone(),
                WhatIfSums.firstWeek(start.now(), inForce.agreement().document().zone(), asked.weeks()),
                asked.after(),
                asked.limit());
        Set<String> types = new HashSet<>(ScoringRules.activityTypes(inForce.agreement()));
        types.addAll(ScoringRules.activityTypes(draft));
        Multi<WhatIfRecord> progress = chunks(types)
                .onItem()
                .transformToUni(chunk -> judged(chunk, draft, inForce, start.now(), sums.empty()))
                .merge(Runtime.getRuntime().availableProcessors())
                .map(part -> {
                    synchronized (sums) {
                        sums.add(part);
                        return WhatIfRecord.Progress.of(sums.leads(), start.leads());
                    }
                });
        Multi<WhatIfRecord> result =
                Multi.createFrom().item(() -> WhatIfResult.of(sums, draft, inForce, start.now(), asked));
        return Multi.createBy().concatenating().streams(progress, result);
    }

    private Multi<Chunk> chunks(Set<String> types) {
        AtomicReference<UUID> last = new AtomicReference<>(BEFORE_ALL);
        return Multi.createBy()
                .repeating()
                .uni(() -> database.patiently(tx -> store.after(tx, last.get(), AT_ONCE, types))
                        .invoke(chunk -> {
                            if (!chunk.leads().isEmpty()) {
                                last.set(chunk.leads().getLast().leadId());
                            }
                        }))
                .whilst(chunk -> chunk.leads().size() == AT_ONCE);
    }

    private static Uni<WhatIfSums> judged(Chunk chunk, Agreement draft, InForce inForce, Instant now, WhatIfSums sums) {
        return Uni.createFrom()
                .item(() -> {
                    chunk.leads().forEach(raw -> {
                        LeadState lead = EventJson.read(raw.lead(), LeadState.class);
                        StoredLead stored = new StoredLead(
                                raw.leadId(),
                                new ScoredLead(
                                        lead.profile(),
                                        lead.touches(),
                                        chunk.activities().getOrDefault(raw.leadId(), List.of())),
                                lead.capturedAt(),
                                raw.outcome());
                        sums.add(TryLead.of(stored, inForce.agreement(), draft, now));
                    });
                    return sums;
                })
                .runSubscriptionOn(Infrastructure.getDefaultWorkerPool());
    }
}
