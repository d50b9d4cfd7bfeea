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
import org.hibernate.reactive.mutiny.Mutiny;

/** The table of alerts. */
@ApplicationScoped
public class AlertStore {
    /** A clock that is broken again, after a pause that was heard of late had undone the breach, raises its alert again. */
    private static final String RAISE = """
            insert into alert (kind, at, clock_id, clock, lead_id, handoff_id, round, rep_id, team_id, manager_id,
                               started_at, due_at, share)
            select "kind", "at", "clockId", "clock", "leadId", "handoffId", "round", "repId", "teamId", "managerId",
                   "startedAt", "dueAt", "share"
            from jsonb_to_recordset(cast(cast(?1 as text) as jsonb)) as raised(
                "kind" text, "at" timestamptz, "clockId" uuid, "clock" text, "leadId" uuid, "handoffId" uuid,
                "round" int, "repId" text, "teamId" text, "managerId" text, "startedAt" timestamptz,
                "dueAt" timestamptz, "share" float8)
            on conflict (clock_id, kind, share) do update set at = excluded.at
            returning alert_id""";

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
        return alerts.isEmpty()
                ? Uni.createFrom().voidItem()
                : tx.createNativeQuery(RAISE, Long.class)
                        .setParameter(1, EventJson.write(alerts))
                        .getResultList()
                        .chain(ids -> webhooks.tell(tx, told(alerts, ids), AlertWebhooks::message));
    }

    /** The rows are inserted, and so numbered, in the order of the list. */
    private static List<Alert> told(List<NewAlert> alerts, List<Long> ids) {
        List<Alert> told = new ArrayList<>();
        for (int i = 0; i < alerts.size(); i++) {
            told.add(alerts.get(i).numbered(ids.get(i)));
        }
        return told;
    }

    /** Newest first, one more than the page holds, if there is one. */
    Uni<List<AlertRow>> newest(Mutiny.StatelessSession tx, Sight sight, PageRequest page) {
        List<String> conditions = new ArrayList<>();
        Map<String, Object> values = new LinkedHashMap<>();
        sight.filter().ifPresent(filter -> {
            conditions.add("a." + filter.field() + " = :seen");
            values.put("seen", filter.value());
        });
        page.from().ifPresent(after -> {
            conditions.add("a.alertId < :after");
            values.put("after", CursorId.number(after));
        });
        String where = conditions.isEmpty() ? "" : " where " + String.join(" and ", conditions);
        var query = tx.createQuery("from AlertRow a" + where + " order by a.alertId desc", AlertRow.class);
        values.forEach(query::setParameter);
        return query.setMaxResults(page.limit() + 1).getResultList();
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
