package io.leadloop.scoring.learned;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import io.leadloop.agreement.rules.LeadActivity;
import io.leadloop.events.ClosedLoopEvent;
import io.leadloop.events.ClosedLoopEvent.LeadLost;
import io.leadloop.events.ClosedLoopEvent.LeadRecycled;
import io.leadloop.events.ClosedLoopEvent.LeadReturned;
import io.leadloop.events.ClosedLoopEvent.LeadWon;
import io.leadloop.events.EventJson;
import io.leadloop.events.LeadEvent;
import io.leadloop.events.LeadEvent.LeadState;
import io.leadloop.events.LifecycleStage;
import io.leadloop.events.StageReached;
import io.leadloop.scoring.learned.rules.Counts;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;

/** What was known of leads when they were qualified, and what became of them. */
@ApplicationScoped
class ExampleStore {
    /** So many of the latest activities describe a lead well enough. */
    private static final int MOST_ACTIVITIES = 200;

    private static final String COUNTS = """
            qualified_at is not null
            and (outcome in ('won', 'lost')
                 or outcome is null and historical and was_mql
                    and qualified_at < clock_timestamp() - cast(cast(:silence as text) as interval))""";

    /** Keeps the first that an import said of a lead: what is joined to it later may come from after the outcome. */
    Uni<Void> addHistory(Mutiny.StatelessSession tx, Collection<LeadEvent> events) {
        if (events.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        List<LeadEvent> rows = List.copyOf(events);
        return tx.createNativeQuery("""
                        insert into learned_example (lead_id, historical, was_mql, qualified_at, lead)
                        select id, true, was_mql, qualified_at, lead
                        from unnest(cast(?1 as uuid[]), cast(cast(?2 as text[]) as boolean[]),
                                    cast(cast(?3 as text[]) as timestamptz[]), cast(?4 as text[]))
                             as history (id, was_mql, qualified_at, lead) order by id
                        on conflict (lead_id) do update
                        set historical = true, was_mql = excluded.was_mql, qualified_at = excluded.qualified_at,
                            lead = excluded.lead
                        where learned_example.lead is null""")
                .setParameter(1, rows.stream().map(LeadEvent::leadId).toArray(UUID[]::new))
                .setParameter(
                        2,
                        rows.stream()
                                .map(event ->
                                        String.valueOf(qualifiedAt(event.lead()).isPresent()))
                                .toArray(String[]::new))
                .setParameter(
                        3,
                        rows.stream()
                                .map(event -> qualifiedAt(event.lead())
                                        .orElse(event.lead().capturedAt())
                                        .toString())
                                .toArray(String[]::new))
                .setParameter(
                        4,
                        rows.stream()
                                .map(event -> EventJson.write(event.lead()))
                                .toArray(String[]::new))
                .executeUpdate()
                .replaceWithVoid();
    }

    private static Optional<Instant> qualifiedAt(LeadState lead) {
        return lead.stages().stream()
                .filter(stage -> stage.stage() == LifecycleStage.MQL || stage.stage() == LifecycleStage.SQL)
                .map(StageReached::at)
                .min(Instant::compareTo);
    }

    /** What is older than what is known is no news. A recycled lead is with Marketing, until it is qualified again. */
    Uni<Void> addOutcomes(Mutiny.StatelessSession tx, Collection<ClosedLoopEvent> events) {
        if (events.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        List<ClosedLoopEvent> rows = List.copyOf(events);
        return tx.createNativeQuery("""
                        insert into learned_example (lead_id, outcome, outcome_at, outcome_version)
                        select id, outcome, at, version
                        from unnest(cast(?1 as uuid[]), cast(?2 as text[]), cast(cast(?3 as text[]) as timestamptz[]),
                                    cast(cast(?4 as text[]) as bigint[])) as told (id, outcome, at, version) order by id
                        on conflict (lead_id) do update
                        set outcome = excluded.outcome, outcome_at = excluded.outcome_at,
                            outcome_version = excluded.outcome_version
                        where learned_example.outcome_version < excluded.outcome_version""")
                .setParameter(1, rows.stream().map(ClosedLoopEvent::leadId).toArray(UUID[]::new))
                .setParameter(2, rows.stream().map(ExampleStore::outcome).toArray(String[]::new))
                .setParameter(
                        3,
                        rows.stream()
                                .map(event -> event.occurredAt().toString())
                                .toArray(String[]::new))
                .setParameter(
                        4,
                        rows.stream()
                                .map(event -> String.valueOf(event.leadVersion()))
                                .toArray(String[]::new))
                .executeUpdate()
                .replaceWithVoid();
    }

    private static String outcome(ClosedLoopEvent event) {
        return switch (event) {
            case LeadWon won -> "won";
            case LeadLost lost -> "lost";
            case LeadRecycled recycled -> "recycled";
            case LeadReturned returned -> throw new IllegalArgumentException("A rejection is no outcome");
        };
    }

    Uni<Counts> counts(Mutiny.StatelessSession tx, Duration silence) {
        return tx.createNativeQuery(
                        "select count(*) filter (where outcome = 'won'), count(*) from learned_example where " + COUNTS,
                        Object[].class)
                .setParameter("silence", silence.toString())
                .getSingleResult()
                .map(row -> {
                    int won = ((Number) row[0]).intValue();
                    return new Counts(won, ((Number) row[1]).intValue() - won);
                });
    }

    /** Leads whose outcome is known, newest first, from below the last one of the part before. */
    Uni<List<KnownRow>> newest(Mutiny.StatelessSession tx, Duration silence, Optional<KnownRow> after, int atMost) {
        return tx.createNativeQuery("""
                        select lead_id, historical, qualified_at, lead, score, coalesce(outcome, 'lost') = 'won' as won
                        from learned_example
                        where (qualified_at, lead_id) < (cast(cast(:at as text) as timestamptz), cast(:id as uuid)) and %s
                        order by qualified_at desc, lead_id desc""".formatted(COUNTS), KnownRow.class)
                .setParameter("silence", silence.toString())
                .setParameter("at", after.map(row -> row.qualifiedAt.toString()).orElse("infinity"))
                .setParameter("id", after.map(row -> row.leadId).orElse(new UUID(-1, -1)))
                .setMaxResults(atMost)
                .getResultList();
    }

    /** What was known of a lead when it was qualified, if it was. */
    Uni<Optional<KnownRow>> find(Mutiny.StatelessSession tx, UUID leadId) {
        return tx.createNativeQuery("""
                        select lead_id, historical, qualified_at, lead, score, outcome is not distinct from 'won' as won
                        from learned_example
                        where lead_id = ?1 and qualified_at is not null and was_mql
                          and outcome is distinct from 'recycled'""", KnownRow.class)
                .setParameter(1, leadId)
                .getResultList()
                .map(rows -> rows.stream().findFirst());
    }

    /**
     * What leads had done at a moment of each. Of live leads also what had been heard of by then; what an import says of the past
     * is heard of later.
     */
    Uni<Map<UUID, List<LeadActivity>>> activities(
            Mutiny.StatelessSession tx, List<UUID> leadIds, List<Instant> moments, List<Boolean> historical) {
        if (leadIds.isEmpty()) {
            return Uni.createFrom().item(Map.of());
        }
        return tx.createNativeQuery("""
                        select did.activity_id, did.lead_id, did.type, did.occurred_at
                        from unnest(cast(?1 as uuid[]), cast(cast(?2 as text[]) as timestamptz[]),
                                    cast(cast(?3 as text[]) as boolean[])) as lead (id, at, historical)
                        cross join lateral (
                            select * from activity
                            where lead_id = lead.id and occurred_at <= lead.at
                              and (lead.historical or recorded_at <= lead.at)
                            order by occurred_at desc limit %d) as did""".formatted(MOST_ACTIVITIES), DidRow.class)
                .setParameter(1, leadIds.toArray(UUID[]::new))
                .setParameter(2, moments.stream().map(Instant::toString).toArray(String[]::new))
                .setParameter(3, historical.stream().map(String::valueOf).toArray(String[]::new))
                .getResultList()
                .map(rows -> rows.stream()
                        .collect(groupingBy(
                                row -> row.leadId,
                                mapping(row -> new LeadActivity(row.activityId, row.type, row.occurredAt), toList()))));
    }
}
