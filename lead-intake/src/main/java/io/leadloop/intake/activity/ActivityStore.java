package io.leadloop.intake.activity;

import com.fasterxml.jackson.core.type.TypeReference;
import io.leadloop.events.ActivityEvent.ActivityRecorded;
import io.leadloop.events.EventJson;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.hibernate.reactive.mutiny.Mutiny;

/** The table of activities. */
@ApplicationScoped
public class ActivityStore {
    private static final String INSERT = """
            insert into activity (activity_id, lead_id, email, external_id, type, occurred_at, properties)
            select * from unnest(cast(?1 as uuid[]), cast(?2 as uuid[]), cast(?3 as text[]), cast(?4 as text[]),
              cast(?5 as text[]), cast(cast(?6 as text[]) as timestamptz[]), cast(?7 as text[]))
            on conflict do nothing returning activity_id""";

    private static final String INSERT_THOSE = """
            insert into activity (activity_id, lead_id, type, occurred_at, properties)
            select a."activityId", a."leadId", a."type", a."occurredAt", a."properties"
            from jsonb_to_recordset(cast(cast(%s as text) as jsonb)) as a (
                     "activityId" uuid, "leadId" uuid, "type" text, "occurredAt" timestamptz, "properties" text)
            where a."leadId" in (%s)
            on conflict do nothing returning activity_id""";

    private static final String JOIN_WAITING = """
            with known (lead_id, email, external_id) as (
              select * from unnest(cast(?1 as uuid[]), cast(?2 as text[]), cast(?3 as text[])))
            update activity a set lead_id = k.lead_id from known k
            where a.lead_id is null and (a.email = k.email or a.external_id = k.external_id)
            returning a.activity_id, a.lead_id, a.email, a.external_id, a.type, a.occurred_at, a.properties""";

    /** @return the ids of those that are new; an activity id that was seen before is the same activity */
    public Uni<Set<UUID>> insert(Mutiny.StatelessSession tx, List<ActivityRow> rows) {
        if (rows.isEmpty()) {
            return Uni.createFrom().item(Set.of());
        }
        return tx.createNativeQuery(INSERT, UUID.class)
                .setParameter(1, rows.stream().map(row -> row.activityId).toArray(UUID[]::new))
                .setParameter(2, rows.stream().map(row -> row.leadId).toArray(UUID[]::new))
                .setParameter(3, text(rows, row -> row.email))
                .setParameter(4, text(rows, row -> row.externalId))
                .setParameter(5, text(rows, row -> row.type))
                .setParameter(6, text(rows, row -> row.occurredAt.toString()))
                .setParameter(7, text(rows, row -> row.properties))
                .getResultList()
                .map((List<UUID> fresh) -> new HashSet<>(fresh));
    }

    /**
     * Part of a statement of the caller's: inserts prepared activities, those of certain leads, and returns the ids of the new ones.
     *
     * @param prepared the parameter, for example {@code ?2}, with what {@link #prepare} gave
     * @param leads a query of lead ids
     */
    public static String insertThose(String prepared, String leads) {
        return INSERT_THOSE.formatted(prepared, leads);
    }

    /** Activities of leads for {@link #insertThose}. */
    public static String prepare(List<ActivityRow> rows) {
        return EventJson.write(rows);
    }

    /** An identity that has a lead now; e-mail and external id may be {@code null}. */
    public record Identity(UUID leadId, String email, String externalId) {}

    /** Gives waiting activities to the leads that are known now, and returns them. */
    public Uni<List<ActivityRow>> joinWaiting(Mutiny.StatelessSession tx, Collection<Identity> leads) {
        if (leads.isEmpty()) {
            return Uni.createFrom().item(List.of());
        }
        return tx.createNativeQuery(JOIN_WAITING, ActivityRow.class)
                .setParameter(1, leads.stream().map(Identity::leadId).toArray(UUID[]::new))
                .setParameter(2, leads.stream().map(Identity::email).toArray(String[]::new))
                .setParameter(3, leads.stream().map(Identity::externalId).toArray(String[]::new))
                .getResultList();
    }

    /** @param leadVersion the lead's next version on the activities topic */
    public static ActivityRecorded recorded(ActivityRow row, long leadVersion, boolean historical) {
        return new ActivityRecorded(
                row.leadId,
                leadVersion,
                row.occurredAt,
                row.activityId,
                row.type,
                historical,
                properties(row.properties));
    }

    private static Map<String, String> properties(String json) {
        try {
            return EventJson.mapper().readValue(json, new TypeReference<>() {});
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static String[] text(List<ActivityRow> rows, Function<ActivityRow, String> value) {
        return rows.stream().map(value).toArray(String[]::new);
    }
}
