package io.leadloop.intake.lead;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.leadloop.events.EventJson;
import io.leadloop.events.LeadEvent.LeadState;
import io.leadloop.events.Profile;
import io.leadloop.events.StageReached;
import io.leadloop.events.Touch;
import io.leadloop.intake.activity.ActivityStore;
import io.leadloop.intake.lead.IdempotencyKeys.IdempotencyKey;
import io.leadloop.intake.lead.rules.KnownLead;
import io.leadloop.intake.lead.rules.Submission;
import io.leadloop.messaging.Outbox;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.hibernate.reactive.mutiny.Mutiny;

/** The table of leads. */
@ApplicationScoped
class LeadStore {
    private static final JsonMapper JSON = EventJson.mapper();

    /** Exactly the columns of {@link LeadRow}: Hibernate Reactive stumbles over a column that the entity does not map. */
    private static final String COLUMNS =
            "lead_id, email, external_id, captured_at, historical, profile, touches, stages, status, status_at,"
                    + " lead_version, activity_version";

    private static final String CAPTURED = "select lead_id from captured";

    /**
     * A key that was used before keeps its lead out; whether activities wait for a lead is looked up by its identities. The answers
     * are text and numbers: for a column of any other type Hibernate ORM 7.2 throws and swallows an exception ({@code ArrayTypes}).
     */
    private static final String CAPTURE = """
            with given as (
              select * from unnest(cast(?1 as uuid[]), cast(?2 as text[]), cast(?3 as text[]),
                cast(cast(?4 as text[]) as timestamptz[]), cast(?5 as bool[]), cast(?6 as text[]), cast(?7 as text[]),
                cast(?8 as text[]), cast(?9 as bigint[]), cast(?10 as text[]), cast(?11 as text[]), cast(?12 as text[]))
                as g (lead_id, email, external_id, captured_at, historical, profile, touches, stages, activity_version,
                  caller, key, fingerprint)),
            claimed as (%s),
            captured as (
              insert into lead (lead_id, email, external_id, captured_at, historical, profile, touches, stages,
                activity_version)
              select lead_id, email, external_id, captured_at, historical, profile, touches, stages, activity_version
              from given where key is null or lead_id in (select lead_id from claimed)
              on conflict do nothing returning lead_id),
            recorded as (%s),
            said as (%s)
            select cast(lead_id as text), cast(lead_id in (select lead_id from claimed) as int), cast(lead_id in (%s) as int),
              cast(by_email.found is not null or by_external_id.found is not null as int)
            from given g
            left join lateral (select 1 as found from activity a where a.lead_id is null and a.email = g.email limit 1)
              by_email on true
            left join lateral (select 1 as found from activity a where a.lead_id is null and a.external_id = g.external_id
              limit 1) by_external_id on true""".formatted(
                    IdempotencyKeys.CLAIM_GIVEN,
                    ActivityStore.insertThose("?13", CAPTURED),
                    Outbox.say("?14", CAPTURED + " union all select activity_id from recorded"),
                    CAPTURED);

    /** In the order of ids, so that two writers that share leads do not wait for each other in a circle. */
    private static final String LOCK = "select " + COLUMNS + """
             from lead
            where email = any(cast(?1 as text[])) or external_id = any(cast(?2 as text[]))
            order by lead_id for update""";

    private static final String LOCK_BY_ID =
            "select " + COLUMNS + " from lead where lead_id = any(cast(?1 as uuid[])) order by lead_id for update";

    /**
     * What the capturing statement found out about a submission.
     *
     * @param claimed its key was not used before and is its own now; false when it has none
     * @param captured it is a new lead
     * @param awaited activities wait for one of its identities
     */
    record Found(boolean claimed, boolean captured, boolean awaited) {}

    /**
     * Keys, leads, what they did and what is to be said of both, in one statement. Of a submission whose key was used before or that
     * shares an identity with a known lead no lead is written.
     *
     * @return by the submissions' proposed lead ids
     */
    Uni<Map<UUID, Found>> capture(Mutiny.StatelessSession tx, NewLeads batch) {
        List<Submission> leads = batch.submissions();
        return tx.createNativeQuery(CAPTURE, Object[].class)
                .setParameter(1, leads.stream().map(Submission::leadId).toArray(UUID[]::new))
                .setParameter(2, column(leads, Submission::email))
                .setParameter(3, column(leads, Submission::externalId))
                .setParameter(4, text(leads, lead -> lead.capturedAt().toString()))
                .setParameter(5, leads.stream().map(Submission::historical).toArray(Boolean[]::new))
                .setParameter(6, text(leads, lead -> EventJson.write(lead.profile())))
                .setParameter(7, text(leads, lead -> EventJson.write(lead.touches())))
                .setParameter(8, text(leads, lead -> EventJson.write(lead.stages())))
                .setParameter(9, batch.activityVersions())
                .setParameter(10, batch.keys(IdempotencyKey::caller))
                .setParameter(11, batch.keys(IdempotencyKey::key))
                .setParameter(12, batch.keys(IdempotencyKey::fingerprint))
                .setParameter(13, batch.activities())
                .setParameter(14, batch.events())
                .getResultList()
                .map(rows -> rows.stream()
                        .collect(Collectors.toMap(
                                row -> UUID.fromString((String) row[0]),
                                row -> new Found(row[1].equals(1), row[2].equals(1), row[3].equals(1)))));
    }

    /** The known leads that have one of these identities, locked. */
    Uni<List<LeadRow>> lock(Mutiny.StatelessSession tx, Collection<String> emails, Collection<String> externalIds) {
        return tx.createNativeQuery(LOCK, LeadRow.class)
                .setParameter(1, emails.toArray(String[]::new))
                .setParameter(2, externalIds.toArray(String[]::new))
                .getResultList();
    }

    Uni<List<LeadRow>> lock(Mutiny.StatelessSession tx, Collection<UUID> leadIds) {
        return tx.createNativeQuery(LOCK_BY_ID, LeadRow.class)
                .setParameter(1, leadIds.toArray(UUID[]::new))
                .getResultList();
    }

    Uni<Void> update(Mutiny.StatelessSession tx, List<LeadRow> rows) {
        return rows.isEmpty() ? Uni.createFrom().voidItem() : tx.updateAll(rows.size(), rows.toArray());
    }

    Uni<Optional<LeadRow>> find(Mutiny.StatelessSession tx, UUID leadId) {
        return tx.get(LeadRow.class, leadId).map(Optional::ofNullable);
    }

    Uni<Optional<LeadRow>> findByEmail(Mutiny.StatelessSession tx, String email) {
        return tx.createQuery("from LeadRow l where l.email = ?1", LeadRow.class)
                .setParameter(1, email)
                .getSingleResultOrNull()
                .map(Optional::ofNullable);
    }

    static KnownLead known(LeadRow row) {
        return new KnownLead(
                Optional.ofNullable(row.email),
                Optional.ofNullable(row.externalId),
                row.capturedAt,
                row.historical,
                EventJson.read(row.profile, Profile.class),
                list(row.touches, new TypeReference<List<Touch>>() {}),
                list(row.stages, new TypeReference<List<StageReached>>() {}));
    }

    /** Writes what joining decided into the row and raises its version. */
    static void write(LeadRow row, KnownLead lead) {
        row.email = lead.email().orElse(null);
        row.externalId = lead.externalId().orElse(null);
        row.capturedAt = lead.capturedAt();
        row.historical = lead.historical();
        row.profile = EventJson.write(lead.profile());
        row.touches = EventJson.write(lead.touches());
        row.stages = EventJson.write(lead.stages());
        row.leadVersion++;
    }

    static LeadState state(KnownLead lead) {
        return new LeadState(
                lead.externalId().orElse(null),
                lead.capturedAt(),
                lead.historical(),
                lead.profile(),
                lead.touches(),
                lead.stages());
    }

    private static String[] column(List<Submission> submissions, Function<Submission, Optional<String>> value) {
        return text(submissions, submission -> value.apply(submission).orElse(null));
    }

    private static String[] text(List<Submission> submissions, Function<Submission, String> value) {
        return submissions.stream().map(value).toArray(String[]::new);
    }

    private static <T> List<T> list(String json, TypeReference<List<T>> type) {
        try {
            return JSON.readValue(json, type);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
