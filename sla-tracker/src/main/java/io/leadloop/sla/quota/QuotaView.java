package io.leadloop.sla.quota;

import io.leadloop.events.Quota;
import io.leadloop.sla.quota.rules.QuotaFigures;
import io.leadloop.sla.quota.rules.QuotaMonth;
import io.leadloop.sla.quota.rules.QuotaRules;
import java.time.Instant;

/** A quota as it is told, in events and by HTTP. */
final class QuotaView {
    private QuotaView() {}

    static Quota quota(QuotaRow row, QuotaMonth month, QuotaFigures figures, Instant now) {
        return new Quota(
                row.quotaId,
                row.month,
                row.monthFrom,
                row.monthUntil,
                row.part,
                row.value,
                QuotaRules.state(row.standing(), figures),
                row.promised,
                figures.delivered(),
                tenths(figures.expected()),
                tenths(figures.forecast().total()),
                figures.forecast().low(),
                figures.forecast().high(),
                month.workingDay(now),
                month.workingDays());
    }

    private static double tenths(double number) {
        return Math.round(number * 10) / 10.0;
    }
}
