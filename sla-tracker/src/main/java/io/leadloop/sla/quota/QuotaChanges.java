package io.leadloop.sla.quota;

import io.leadloop.events.Quota;
import io.leadloop.events.QuotaEvent;
import io.leadloop.sla.quota.rules.QuotaFigures;
import io.leadloop.sla.quota.rules.QuotaMonth;
import io.leadloop.sla.quota.rules.QuotaOutcome;
import io.leadloop.sla.quota.rules.QuotaRules;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** What one look at the quotas tells: gathered quota by quota, written at once. */
class QuotaChanges {
    private final List<QuotaEvent> events = new ArrayList<>();

    /** @param at the database's time, or the end of a month that is over */
    void look(QuotaRow row, QuotaMonth month, int delivered, List<Double> warnBelow, Instant at) {
        if (row.promised == 0) {
            return;
        }
        QuotaFigures figures = QuotaFigures.of(row.promised, delivered, month.elapsed(at));
        QuotaRules.Decision decision = QuotaRules.decide(row.standing(), figures, warnBelow, at);
        for (QuotaOutcome outcome : decision.outcomes()) {
            if (!(outcome instanceof QuotaOutcome.Paced)) {
                row.become(decision.standing());
            }
            events.add(event(row, outcome, QuotaView.quota(row, month, figures, at), at));
        }
    }

    private static QuotaEvent event(QuotaRow row, QuotaOutcome outcome, Quota quota, Instant at) {
        long version = ++row.quotaVersion;
        int agreement = row.agreementVersion;
        return switch (outcome) {
            case QuotaOutcome.Paced told -> new QuotaEvent.QuotaPaced(version, at, agreement, quota);
            case QuotaOutcome.Warned told -> new QuotaEvent.QuotaWarned(version, at, agreement, quota, told.share());
            case QuotaOutcome.Missed told ->
                new QuotaEvent.QuotaMissed(version, at, agreement, quota, millionths(told.chance()));
        };
    }

    private static double millionths(double chance) {
        return Math.round(chance * 1e6) / 1e6;
    }

    List<QuotaEvent> events() {
        return List.copyOf(events);
    }
}
