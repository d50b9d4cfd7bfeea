package io.leadloop.scoring;

import io.leadloop.agreement.inforce.InForce;
import io.leadloop.events.LeadKeyed;
import io.leadloop.messaging.Batch;
import io.leadloop.messaging.Received;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.hibernate.reactive.mutiny.Mutiny;

/** Scores the leads to which something happened. */
@ApplicationScoped
class ScoreLeads {
    private final ScoreStore store;
    private final AssessLeads assessLeads;

    ScoreLeads(ScoreStore store, AssessLeads assessLeads) {
        this.store = store;
        this.assessLeads = assessLeads;
    }

    Uni<Void> handle(Mutiny.StatelessSession tx, Batch batch, InForce inForce) {
        return store.lock(tx, leadIds(batch))
                .chain(rows -> store.add(tx, Deed.in(batch)).map(added -> News.of(batch, added, rows)))
                .chain(news -> store.now(tx)
                        .chain(now -> assessLeads.assess(
                                tx, news.looks(), news.changed(), inForce, latest(now, batch), batch)))
                .replaceWithVoid();
    }

    private static List<UUID> leadIds(Batch batch) {
        return batch.of(LeadKeyed.class).stream().map(LeadKeyed::leadId).toList();
    }

    /** Not before any event of the batch was recorded, also when the producer's clock is ahead of ours. */
    private static Instant latest(Instant now, Batch batch) {
        return Stream.concat(Stream.of(now), batch.events().stream().map(Received::recordedAt))
                .max(Instant::compareTo)
                .orElse(now);
    }
}
