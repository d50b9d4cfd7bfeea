package io.leadloop.scoring;

import io.leadloop.agreement.Agreement;
import io.leadloop.agreement.Scorecard;
import io.leadloop.agreement.Scorecard.Rule;
import io.leadloop.agreement.inforce.InForce;
import io.leadloop.agreement.rules.LeadActivity;
import io.leadloop.agreement.rules.ScoredLead;
import io.leadloop.agreement.rules.ScoringRules;
import io.leadloop.events.LeadKeyed;
import io.leadloop.events.ScoreEvent;
import io.leadloop.messaging.Batch;
import io.leadloop.messaging.Outbox;
import io.leadloop.messaging.Received;
import io.leadloop.scoring.rules.QualificationRules;
import io.leadloop.scoring.rules.ScoringDecision;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hibernate.reactive.mutiny.Mutiny;

/** Scores the leads of a batch: one lock, one look at what they did, decisions in memory, one save, one append. */
@ApplicationScoped
class ScoreLeads {
    private final ScoreStore store;
    private final Outbox outbox;

    ScoreLeads(ScoreStore store, Outbox outbox) {
        this.store = store;
        this.outbox = outbox;
    }

    Uni<Void> handle(Mutiny.StatelessSession tx, Batch batch, InForce inForce) {
        return store.lock(tx, leadIds(batch))
                .chain(rows -> store.add(tx, Deed.in(batch))
                        .map(added -> News.of(batch, added, rows))
                        .chain(news -> store.activities(tx, news.toScore(), countedTypes(inForce.agreement()))
                                .chain(did ->
                                        store.now(tx).map(now -> score(rows, news, did, inForce, latest(now, batch))))
                                .call(events -> store.save(tx, news.changed().values()))
                                .chain(events -> outbox.append(tx, events, batch))));
    }

    private static List<ScoreEvent> score(
            Map<UUID, ScoreRow> rows,
            News news,
            Map<UUID, List<LeadActivity>> activities,
            InForce inForce,
            Instant at) {
        List<ScoreEvent> events = new ArrayList<>();
        for (UUID leadId : news.toScore()) {
            ScoreRow row = rows.get(leadId);
            // Of a lead that did something before it arrived nothing is said until it arrives.
            row.lead().ifPresent(lead -> {
                ScoredLead known =
                        new ScoredLead(lead.profile(), lead.touches(), activities.getOrDefault(leadId, List.of()));
                boolean live = news.live().contains(leadId) && !lead.historical();
                ScoringDecision decision = QualificationRules.decide(
                        row.standing(), ScoringRules.assess(known, inForce.agreement(), at), live);
                events.addAll(new Telling(row, lead, inForce.version(), at).of(decision));
                if (!(decision instanceof ScoringDecision.Kept)) {
                    news.changed().put(leadId, row);
                }
            });
        }
        return events;
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

    /** Only what some rule counts needs to be loaded: page views may be many. */
    private static Set<String> countedTypes(Agreement agreement) {
        Scorecard scorecard = agreement.document().scorecard();
        return Stream.of(scorecard.fit(), scorecard.interest())
                .flatMap(axis -> axis.groups().stream())
                .flatMap(group -> group.rules().stream())
                .map(Rule::activity)
                .flatMap(Optional::stream)
                .collect(Collectors.toUnmodifiableSet());
    }
}
