package io.leadloop.sla.quota;

import io.leadloop.http.PageRequest;
import io.leadloop.messaging.Times;
import io.leadloop.sla.CursorId;
import io.leadloop.sla.Sight;
import io.leadloop.sla.quota.rules.QuotaMonth;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hibernate.reactive.mutiny.Mutiny;

/** The months' quotas, and whose turn it is to look at them. */
@ApplicationScoped
class QuotaStore {
    private static final String TAKE_TURN = """
            select clock_timestamp() from quota_turn
            where next_at <= clock_timestamp() or agreement_version <> ?1 for update skip locked""";

    private static final String PASS_TURN = "update quota_turn set next_at = ?1, agreement_version = ?2";

    private static final String OPEN = "from QuotaRow q where q.closed = false order by q.month, q.place";

    private static final String LAST_CLOSED =
            "select month, month_until from quota where closed order by month desc, month_until desc limit 1";

    /** {@code month}, {@code part} and {@code value} narrow the list; {@code null} does not */
    record Wanted(Sight sight, String month, String part, String value, PageRequest page) {}

    /** The database's time if somebody has to look now, and nobody else does. */
    Uni<Optional<Instant>> takeTurn(Mutiny.StatelessSession tx, int agreementVersion) {
        return tx.createNativeQuery(TAKE_TURN, Instant.class)
                .setParameter(1, agreementVersion)
                .getResultList()
                .map(rows -> rows.stream().findFirst());
    }

    Uni<Void> passTurn(Mutiny.StatelessSession tx, Instant nextAt, int agreementVersion) {
        return tx.createNativeQuery(PASS_TURN)
                .setParameter(1, nextAt)
                .setParameter(2, agreementVersion)
                .executeUpdate()
                .replaceWithVoid();
    }

    Uni<Instant> now(Mutiny.StatelessSession tx) {
        return Times.now(tx);
    }

    Uni<List<QuotaRow>> open(Mutiny.StatelessSession tx) {
        return tx.createQuery(OPEN, QuotaRow.class).getResultList();
    }

    Uni<Optional<QuotaMonth.Closed>> lastClosed(Mutiny.StatelessSession tx) {
        return tx.createNativeQuery(LAST_CLOSED, Object[].class)
                .getResultList()
                .map(rows -> rows.stream()
                        .findFirst()
                        .map(row -> new QuotaMonth.Closed(YearMonth.parse((String) row[0]), Times.instant(row[1]))));
    }

    Uni<Void> save(Mutiny.StatelessSession tx, Collection<QuotaRow> begun, Collection<QuotaRow> changed) {
        return (begun.isEmpty() ? Uni.createFrom().voidItem() : tx.insertAll(begun.size(), begun.toArray()))
                .chain(() -> changed.isEmpty()
                        ? Uni.createFrom().voidItem()
                        : tx.updateAll(changed.size(), changed.toArray()));
    }

    /** Newest month first, one more than the page holds, if there is one. A rep's quota is seen as its promises are. */
    Uni<List<QuotaRow>> newest(Mutiny.StatelessSession tx, Wanted wanted) {
        List<String> conditions = new ArrayList<>(List.of("q.promised > 0"));
        Map<String, Object> values = new LinkedHashMap<>();
        wanted.sight().filter().ifPresent(filter -> {
            conditions.add(
                    "(q.part <> 'rep' or q." + (filter.field().equals("teamId") ? "teamId" : "value") + " = :seen)");
            values.put("seen", filter.value());
        });
        narrow(conditions, values, "month", wanted.month());
        narrow(conditions, values, "part", wanted.part());
        narrow(conditions, values, "value", wanted.value());
        wanted.page().from().ifPresent(after -> {
            conditions.add("(q.monthFrom < :afterAt or (q.monthFrom = :afterAt and q.place > :afterPlace))");
            values.put("afterAt", after.at());
            values.put("afterPlace", (int) CursorId.number(after));
        });
        var query = tx.createQuery(
                "from QuotaRow q where " + String.join(" and ", conditions) + " order by q.monthFrom desc, q.place",
                QuotaRow.class);
        values.forEach(query::setParameter);
        return query.setMaxResults(wanted.page().limit() + 1).getResultList();
    }

    private static void narrow(List<String> conditions, Map<String, Object> values, String field, String value) {
        if (value != null) {
            conditions.add("q." + field + " = :" + field);
            values.put(field, value);
        }
    }
}
