package io.leadloop.sla.quota;

import io.leadloop.agreement.inforce.Agreements;
import io.leadloop.agreement.inforce.InForce;
import io.leadloop.agreement.workingtime.WorkingCalendar;
import io.leadloop.events.Quota;
import io.leadloop.http.Cursor;
import io.leadloop.http.Page;
import io.leadloop.messaging.Database;
import io.leadloop.sla.quota.DeliveryStore.Span;
import io.leadloop.sla.quota.rules.QuotaFigures;
import io.leadloop.sla.quota.rules.QuotaMonth;
import io.leadloop.sla.quota.rules.QuotaPart;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.hibernate.reactive.mutiny.Mutiny;

/** Where quotas stand at this moment: promises as they were looked at last, deliveries as they are counted now. */
@ApplicationScoped
public class ShowQuotas {
    private static final int SUMMARY = 200;

    private final Database database;
    private final Agreements agreements;
    private final QuotaStore store;
    private final DeliveryStore deliveries;

    ShowQuotas(Database database, Agreements agreements, QuotaStore store, DeliveryStore deliveries) {
        this.database = database;
        this.agreements = agreements;
        this.store = store;
        this.deliveries = deliveries;
    }

    Uni<Page<QuotaAnswer>> page(QuotaStore.Wanted wanted) {
        return agreements
                .current()
                .chain(inForce -> database.transaction(tx -> store.newest(tx, wanted)
                        .chain(rows -> store.now(tx)
                                .chain(now -> counted(tx, rows, inForce)
                                        .map(delivered -> Page.of(
                                                rows,
                                                wanted.page().limit(),
                                                row -> new Cursor(row.monthFrom, Integer.toString(row.place)),
                                                row -> answer(row, delivered.of(row), inForce, now)))))));
    }

    /** Those of the running month that are not by rep, for a summary. */
    public Uni<List<Quota>> thisMonth() {
        return agreements
                .current()
                .chain(inForce -> database.patiently(tx -> store.open(tx)
                        .map(rows -> rows.stream()
                                .filter(row -> row.promised > 0 && !row.part.equals(QuotaPart.REP))
                                .limit(SUMMARY)
                                .toList())
                        .chain(rows -> store.now(tx)
                                .chain(now -> counted(tx, rows, inForce)
                                        .map(delivered -> rows.stream()
                                                .map(row -> quota(row, month(row, inForce), delivered.of(row), now))
                                                .toList())))));
    }

    private static Quota quota(QuotaRow row, QuotaMonth month, int delivered, Instant now) {
        return QuotaView.quota(row, month, figures(row, month, delivered, now), now);
    }

    private Uni<Delivered> counted(Mutiny.StatelessSession tx, List<QuotaRow> rows, InForce inForce) {
        Set<Span> months = new LinkedHashSet<>();
        rows.forEach(row -> months.add(new Span(row.month, row.monthFrom, row.monthUntil)));
        return deliveries.count(tx, months, PaceQuotas.notWorkable(inForce));
    }

    private static QuotaAnswer answer(QuotaRow row, int delivered, InForce inForce, Instant now) {
        QuotaMonth month = month(row, inForce);
        QuotaFigures figures = figures(row, month, delivered, now);
        return QuotaAnswer.of(
                row,
                QuotaView.quota(row, month, figures, now),
                figures.forecast().chance());
    }

    private static QuotaFigures figures(QuotaRow row, QuotaMonth month, int delivered, Instant now) {
        return QuotaFigures.of(row.promised, delivered, row.closed ? 1 : month.elapsed(now));
    }

    private static QuotaMonth month(QuotaRow row, InForce inForce) {
        ZoneId zone = inForce.agreement().document().zone();
        WorkingCalendar calendar = inForce.agreement()
                .document()
                .quota()
                .map(inForce.agreement()::calendar)
                .orElse(WorkingCalendar.ALWAYS);
        return QuotaMonth.begun(YearMonth.parse(row.month), row.monthFrom, zone, calendar);
    }
}
