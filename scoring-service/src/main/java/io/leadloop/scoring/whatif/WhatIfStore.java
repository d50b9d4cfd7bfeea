package io.leadloop.scoring.whatif;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import io.leadloop.agreement.rules.LeadActivity;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;

/** Reads leads with what they did, in the order of their ids. */
@ApplicationScoped
class WhatIfStore {
    private static final String START =
            "select clock_timestamp(), (select count(*) from lead_score where lead is not null)";

    private static final String LEADS = """
            select cast(lead_id as text), lead, outcome from lead_score where lead_id > ?1 and lead is not null
            order by lead_id limit ?2""";

    private static final String ACTIVITIES = """
            select cast(lead_id as text), cast(activity_id as text), type, occurred_at from activity
            where lead_id = any(cast(?1 as uuid[])) and type = any(cast(?2 as text[]))""";

    /** @param leads that there are to be judged */
    record Start(Instant now, long leads) {}

    /** A lead as it lies there: its state as JSON. */
    record Raw(UUID leadId, String lead, Optional<String> outcome) {}

    /** @param activities by lead */
    record Chunk(List<Raw> leads, Map<UUID, List<LeadActivity>> activities) {}

    Uni<Start> start(Mutiny.StatelessSession tx) {
        return tx.createNativeQuery(START, Object[].class)
                .getSingleResult()
                .map(row -> new Start(instant(row[0]), ((Number) row[1]).longValue()));
    }

    /** @param types whose activities count */
    Uni<Chunk> after(Mutiny.StatelessSession tx, UUID last, int atMost, Set<String> types) {
        return tx.createNativeQuery(LEADS, Object[].class)
                .setParameter(1, last)
                .setParameter(2, atMost)
                .getResultList()
                .map(rows -> rows.stream()
                        .map(row -> new Raw(uuid(row[0]), (String) row[1], Optional.ofNullable((String) row[2])))
                        .toList())
                .chain(leads -> activities(tx, leads, types).map(did -> new Chunk(leads, did)));
    }

    private static Uni<Map<UUID, List<LeadActivity>>> activities(
            Mutiny.StatelessSession tx, List<Raw> leads, Set<String> types) {
        if (leads.isEmpty() || types.isEmpty()) {
            return Uni.createFrom().item(Map.of());
        }
        return tx.createNativeQuery(ACTIVITIES, Object[].class)
                .setParameter(1, leads.stream().map(Raw::leadId).toArray(UUID[]::new))
                .setParameter(2, types.toArray(String[]::new))
                .getResultList()
                .map(rows -> rows.stream()
                        .collect(groupingBy(
                                row -> uuid(row[0]),
                                mapping(
                                        row -> new LeadActivity(uuid(row[1]), (String) row[2], instant(row[3])),
                                        toList()))));
    }

    private static UUID uuid(Object column) {
        return UUID.fromString((String) column);
    }

    private static Instant instant(Object column) {
        return column instanceof OffsetDateTime time ? time.toInstant() : (Instant) column;
    }
}
