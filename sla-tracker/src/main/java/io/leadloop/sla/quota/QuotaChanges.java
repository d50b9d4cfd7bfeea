package io.leadloop.sla.quota;

import io.leadloop.events.Quota;
import io.leadloop.events.QuotaEvent;
import io.leadloop.sla.alert.NewAlert;
import io.leadloop.sla.quota.rules.QuotaFigures;
import io.leadloop.sla.quota.rules.QuotaMonth;
import io.leadloop.sla.quota.rules.QuotaOutcome;
import io.leadloop.sla.quota.rules.QuotaRules;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** What one look at the quotas tells: gathered quota by quota, written at once. */
class QuotaChanges {
    private final Instant now;
    private final List<QuotaEvent> events = new ArrayList<>();
    private final List<NewAlert> alerts = new ArrayList<>();

    /** @param now the database's time */
    QuotaChanges(Instant now) {
        this.now = now;
    }

    /** @param at the database's time, or the end of a month that is over */
    void look(QuotaRow row, QuotaMonth month, int delivered, List<Double> warnBelow, Instant at) {
        if (row.promised == 0) {
            row.behind = false;
            return;
        }
        QuotaFigures figures = QuotaFigures.of(row.promised, delivered, month.elapsed(at));
        QuotaRules.Decision decision = QuotaRules.decide(row.standing(), figures, warnBelow, at);
        for (QuotaOutcome outcome : decision.outcomes()) {
            if (!(outcome instanceof QuotaOutcome.Paced)) {
                row.become(decision.standing());
            }
            tell(row, outcome, QuotaView.quota(row, month, figures, at), at);
        }
        row.behind = QuotaRules.isBehind(decision.standing(), figures, warnBelow);
    }

    private void tell(QuotaRow row, QuotaOutcome outcome, Quota quota, Instant at) {
        long version = ++row.quotaVersion;
        int agreement = row.agreementVersion;
        switch (outcome) {
            case QuotaOutcome.Paced told -> events.add(new QuotaEvent.QuotaPaced(version, at, agreement, quota));
            case QuotaOutcome.Warned told -> {
                events.add(new QuotaEvent.QuotaWarned(version, at, agreement, quota, told.share()));
                alerts.add(NewAlert.warned(quota, version, row.teamId, now, told.share()));
            }
            case QuotaOutcome.Missed told -> {
                events.add(new QuotaEvent.QuotaMissed(version, at, agreement, quota, millionths(told.chance())));
                alerts.add(NewAlert.missed(quota, version, row.teamId, now));
            }
        }
    }

    private static double millionths(double chance) {
        return Math.round(chance * 1e6) / 1e6;
    }

    List<QuotaEvent> events() {
        return List.copyOf(events);
    }

    List<NewAlert> alerts() {
        return List.copyOf(alerts);
    }
}
