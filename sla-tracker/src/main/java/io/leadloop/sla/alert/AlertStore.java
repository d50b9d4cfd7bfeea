package io.leadloop.sla.alert;

import io.leadloop.events.EventJson;
import io.leadloop.http.PageRequest;
import io.leadloop.sla.CursorId;
import io.leadloop.sla.Sight;
import io.leadloop.webhooks.Webhooks;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.hibernate.reactive.mutiny.Mutiny;

/** The table of alerts. */
@ApplicationScoped
public class AlertStore {
    private static final String NUMBERS = """
            select nextval(pg_get_serial_sequence('alert', 'alert_id')) from generate_series(1, cast(?1 as int))""";

    private static final String RAISE = """
            insert into alert (alert_id, kind, at, clock_id, clock, lead_id, handoff_id, round, rep_id, team_id, manager_id,
                               started_at, due_at, share, action, quota_id, quota_version, quota)
            overriding system value
            select a."alertId", a."kind", a."at", a."clockId", a."clock", a."leadId", a."handoffId", a."round", a."repId",
                   a."teamId", a."managerId", a."startedAt", a."dueAt", a."share", a."action",
                   a."quota" ->> 'quotaId', a."quotaVersion", cast(a."quota" as text)
            from jsonb_to_recordset(cast(cast(%s as text) as jsonb)) as a(
                "alertId" bigint, "kind" text, "at" timestamptz, "clockId" uuid, "clock" text, "leadId" uuid,
                "handoffId" uuid, "round" int, "repId" text, "teamId" text, "managerId" text, "startedAt" timestamptz,
                "dueAt" timestamptz, "share" float8, "action" text, "quotaVersion" bigint, "quota" jsonb)
            where %s
            order by a."alertId"
            on conflict do nothing
            returning alert_id""";

    private static final String RAISE_ALL = RAISE.formatted("?1", "true");

    private static final String ACKNOWLEDGE = """
            update alert set acknowledged_at = coalesce(acknowledged_at, clock_timestamp()),
                             acknowledged_by = coalesce(acknowledged_by, ?2)
            where alert_id = ?1""";

    private final Webhooks webhooks;

    AlertStore(Webhooks webhooks) {
        this.webhooks = webhooks;
    }

    /** With the deliveries to all who want to be told. */
    public Uni<Void> raise(Mutiny.StatelessSession tx, List<NewAlert> alerts) {
        return numbered(tx, alerts)
                .chain(numbered -> numbered.isEmpty()
                        ? Uni.createFrom().voidItem()
                        : tx.createNativeQuery(RAISE_ALL, Long.class)
                                .setParameter(1, EventJson.write(numbered))
                                .getResultList()
                                .chain(raised -> webhooks.tell(tx, those(numbered, raised), AlertWebhooks::message)));
    }

    /** Alerts and deliveries of them, as {@link #raiseThose} and {@link #tellThose} take them. */
    public record Prepared(String alerts, String deliveries) {}

    public Uni<Prepared> prepare(Mutiny.StatelessSession tx, List<NewAlert> alerts) {
        return alerts.isEmpty()
                ? Uni.createFrom().item(new Prepared("[]", "[]"))
                : numbered(tx, alerts)
                        .chain(numbered -> webhooks.prepare(tx, numbered, AlertWebhooks::message)
                                .map(deliveries -> new Prepared(EventJson.write(numbered), deliveries)));
    }

    /**
     * Part of a statement of the caller's that finds out itself which clocks have changed; see {@link Webhooks#tellThose}. Gives the
     * numbers of the alerts.
     *
     * @param clocks a query of their ids
     */
    public static String raiseThose(String alerts, String clocks) {
        return RAISE.formatted(alerts, "a.\"clockId\" in (" + clocks + ")");
    }

    /** @param raised a query of {@code alert_id} */
    public static String tellThose(String deliveries, String raised) {
        return Webhooks.tellThose(
                deliveries, "select '%s' || alert_id from (%s) r".formatted(AlertWebhooks.KEY, raised));
    }

    private static Uni<List<Alert>> numbered(Mutiny.StatelessSession tx, List<NewAlert> alerts) {
        return alerts.isEmpty()
                ? Uni.createFrom().item(List.of())
                : tx.createNativeQuery(NUMBERS, Long.class)
                        .setParameter(1, alerts.size())
                        .getResultList()
                        .map(numbers -> IntStream.range(0, alerts.size())
                                .mapToObj(i -> alerts.get(i).numbered(numbers.get(i)))
                                .toList());
    }

    private static List<Alert> those(List<Alert> alerts, List<Long> raised) {
        Set<Long> numbers = Set.copyOf(raised);
        return alerts.stream()
                .filter(alert -> numbers.contains(alert.alertId()))
                .toList();
    }

    /** {@code subject} and {@code kind} narrow the list; {@code null} does not */
    record Wanted(Sight sight, String subject, String kind, PageRequest page) {}

    /** Newest first, one more than the page holds, if there is one. Whose they are: {@link Alert#concerns}. */
    Uni<List<AlertRow>> newest(Mutiny.StatelessSession tx, Wanted wanted) {
        List<String> conditions = new ArrayList<>();
        Map<String, Object> values = new LinkedHashMap<>();
        wanted.sight().filter().ifPresent(filter -> {
            conditions.add("(a.quotaId is not null and a.repId is null or a." + filter.field() + " = :seen)");
            values.put("seen", filter.value());
        });
        if (wanted.subject() != null) {
            conditions.add("a.quotaId is " + (wanted.subject().equals(Alert.QUOTA) ? "not null" : "null"));
        }
        if (wanted.kind() != null) {
            conditions.add("a.kind = :kind");
            values.put("kind", wanted.kind());
        }
        wanted.page().from().ifPresent(after -> {
            conditions.add("a.alertId < :after");
            values.put("after", CursorId.number(after));
        });
        String where = conditions.isEmpty() ? "" : " where " + String.join(" and ", conditions);
        var query = tx.createQuery("from AlertRow a" + where + " order by a.alertId desc", AlertRow.class);
        values.forEach(query::setParameter);
        return query.setMaxResults(wanted.page().limit() + 1).getResultList();
    }

    /** {@code null} when there is none. */
    Uni<AlertRow> find(Mutiny.StatelessSession tx, long alertId) {
        return tx.get(AlertRow.class, alertId);
    }

    /** Who acknowledged first stays. */
    Uni<AlertRow> acknowledge(Mutiny.StatelessSession tx, long alertId, String by) {
        return tx.createNativeQuery(ACKNOWLEDGE)
                .setParameter(1, alertId)
                .setParameter(2, by)
                .executeUpdate()
                .chain(() -> find(tx, alertId));
    }
}
