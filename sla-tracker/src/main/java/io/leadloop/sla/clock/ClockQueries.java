package io.leadloop.sla.clock;

import io.leadloop.http.PageRequest;
import io.leadloop.sla.CursorId;
import io.leadloop.sla.Sight;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;

/** Lists of clocks, newest first. */
@ApplicationScoped
class ClockQueries {

    /** {@code leadId}, {@code state} and {@code clock} narrow the list; {@code null} does not */
    record Wanted(Sight sight, UUID leadId, String state, String clock, PageRequest page) {}

    /** One more than the page holds, if there is one. */
    Uni<List<ClockRow>> newest(Mutiny.StatelessSession tx, Wanted wanted) {
        List<String> conditions = new ArrayList<>();
        Map<String, Object> values = new LinkedHashMap<>();
        wanted.sight().filter().ifPresent(filter -> {
            conditions.add("c." + filter.field() + " = :seen");
            values.put("seen", filter.value());
        });
        if (wanted.leadId() != null) {
            conditions.add("c.leadId = :leadId");
            values.put("leadId", wanted.leadId());
        }
        if (wanted.state() != null) {
            conditions.add("c.state = :state");
            values.put("state", wanted.state());
        }
        if (wanted.clock() != null) {
            conditions.add("c.clock = :clock");
            values.put("clock", wanted.clock());
        }
        wanted.page().from().ifPresent(after -> {
            conditions.add("(c.startedAt < :afterAt or (c.startedAt = :afterAt and c.clockId < :afterId))");
            values.put("afterAt", after.at());
            values.put("afterId", CursorId.uuid(after));
        });
        String where = conditions.isEmpty() ? "" : " where " + String.join(" and ", conditions);
        var query = tx.createQuery(
                "from ClockRow c" + where + " order by c.startedAt desc, c.clockId desc", ClockRow.class);
        values.forEach(query::setParameter);
        return query.setMaxResults(wanted.page().limit() + 1).getResultList();
    }
}
