package io.leadloop.reporting.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.leadloop.events.EventJson;
import io.leadloop.events.Money;
import io.leadloop.reporting.report.rules.Days;
import io.leadloop.reporting.report.rules.MoneyText;
import io.leadloop.reporting.report.rules.Percent;
import io.leadloop.reporting.report.rules.Period;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.hibernate.reactive.mutiny.Mutiny;

/** Counts leads' rows. Groups and total come from one statement, so that they always agree. */
@ApplicationScoped
public class ReportStore {
    private static final JsonMapper JSON = EventJson.mapper();

    /** The first row is the total. Money of other currencies is summed by currency and comes as JSON. */
    private static final String COUNT = """
            with lead as (
                select %s as name, reached, reached = 3 as won, outcome_at - captured_at as took, amount, currency
                from lead_funnel where captured_at >= ?1 and captured_at < ?2
            ), other as (
                select name, grouping(name) as is_total, currency, sum(amount) as amount
                from lead where won and currency <> ?3
                group by grouping sets ((name, currency), (currency))
            ), counted as (
                select name, grouping(name) as is_total, coalesce(name, '') as place,
                    count(*) as leads,
                    count(*) filter (where reached >= 1) as mql,
                    count(*) filter (where reached >= 2) as sql,
                    count(*) filter (where won) as won,
                    coalesce(sum(amount) filter (where won and currency = ?3), 0) as revenue,
                    percentile_cont(0.5) within group (order by cast(extract(epoch from took) as float8))
                        filter (where won) as median_seconds
                from lead group by grouping sets ((name), ())
            )
            select name, leads, mql, sql, won, revenue,
                cast(median_seconds as numeric),
                (select cast(json_agg(json_build_object('amount', cast(amount as text), 'currency', currency)
                        order by currency) as text)
                    from other where other.is_total = counted.is_total and other.name is not distinct from counted.name)
            from counted
            where is_total = 1 or leads < ?4 or leads = ?4 and place > ?5
            order by is_total desc, leads desc, place
            limit ?6""";

    Uni<GroupReport> count(
            Mutiny.StatelessSession tx,
            Dimension dimension,
            Period period,
            String currency,
            int limit,
            GroupCursor after) {
        return tx.createNativeQuery(COUNT.formatted(dimension.word()), Object[].class)
                .setParameter(1, period.start())
                .setParameter(2, period.end())
                .setParameter(3, currency)
                .setParameter(4, after.leads())
                .setParameter(5, after.name())
                .setParameter(6, limit + 2)
                .getResultList()
                .map(rows -> report(rows, currency, limit));
    }

    private static GroupReport report(List<Object[]> rows, String currency, int limit) {
        List<Group> groups = rows.stream()
                .skip(1)
                .limit(limit)
                .map(row -> new Group((String) row[0], figures(row, currency)))
                .toList();
        Optional<String> next = rows.size() > limit + 1 ? Optional.of(cursor(groups.getLast())) : Optional.empty();
        return new GroupReport(groups, figures(rows.getFirst(), currency), next);
    }

    private static String cursor(Group last) {
        return new GroupCursor(last.figures().leads(), last.name() == null ? "" : last.name()).encode();
    }

    private static Figures figures(Object[] row, String currency) {
        long leads = count(row[1]);
        long won = count(row[4]);
        return new Figures(
                leads,
                count(row[2]),
                count(row[3]),
                won,
                Percent.of(won, leads).orElse(null),
                MoneyText.scaled((BigDecimal) row[5], currency).toPlainString(),
                other((String) row[7]),
                days((BigDecimal) row[6]));
    }

    private static BigDecimal days(BigDecimal medianSeconds) {
        return medianSeconds == null ? null : Days.ofSeconds(medianSeconds);
    }

    private static long count(Object value) {
        return ((Number) value).longValue();
    }

    private static List<Money> other(String json) {
        if (json == null) {
            return List.of();
        }
        try {
            return JSON.readValue(json, new TypeReference<List<Money>>() {}).stream()
                    .map(money -> new Money(MoneyText.scaled(money.amount(), money.currency()), money.currency()))
                    .toList();
        } catch (JsonProcessingException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
