package io.leadloop.sla.clock;

import io.leadloop.events.Clock;
import io.leadloop.events.SlaEvent;
import io.leadloop.sla.alert.NewAlert;
import io.leadloop.sla.clock.rules.ClockDecision;
import io.leadloop.sla.clock.rules.ClockOutcome;
import io.leadloop.sla.clock.rules.ClockRules;
import io.leadloop.sla.clock.rules.ClockSignal;
import io.leadloop.sla.clock.rules.ClockStatus;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What one transaction changes: gathered clock by clock, written at once. */
class ClockChanges {
    private final Instant now;
    private final Set<ClockRow> started = new LinkedHashSet<>();
    private final Set<ClockRow> changed = new LinkedHashSet<>();
    private final Set<LeadRow> leads = new LinkedHashSet<>();
    private final List<SlaEvent> events = new ArrayList<>();
    private final List<NewAlert> alerts = new ArrayList<>();

    /** @param now the database's time */
    ClockChanges(Instant now) {
        this.now = now;
    }

    void hear(ClockRow row, LeadRow lead, ClockSignal signal) {
        ClockStatus before = row.status();
        ClockDecision decision = ClockRules.decide(before, signal, now);
        if (decision.status().equals(before)) {
            return;
        }
        if (before instanceof ClockStatus.NotStarted) {
            started.add(row);
        }
        keep(row);
        leads.add(lead);
        if (decision.outcomes().isEmpty()) {
            row.become(decision.status());
        }
        decision.outcomes().forEach(outcome -> tell(row, decision.status(), lead, outcome));
    }

    /** Something that a clock remembers is to be saved although it stands where it stood. A clock that never started is not kept. */
    void keep(ClockRow row) {
        if (row.state != null && !started.contains(row)) {
            changed.add(row);
        }
    }

    void keep(LeadRow lead) {
        leads.add(lead);
    }

    private void tell(ClockRow row, ClockStatus status, LeadRow lead, ClockOutcome outcome) {
        row.become(outcome instanceof ClockOutcome.Started ? startedOf(status) : status);
        Clock clock = row.asTold();
        long version = ++lead.slaVersion;
        int agreement = row.agreementVersion;
        Instant at = outcome.at();
        events.add(
                switch (outcome) {
                    case ClockOutcome.Started told ->
                        new SlaEvent.ClockStarted(row.leadId, version, at, agreement, clock);
                    case ClockOutcome.Warned told ->
                        new SlaEvent.ClockWarned(row.leadId, version, at, agreement, clock, told.share());
                    case ClockOutcome.Met told -> new SlaEvent.ClockMet(row.leadId, version, at, agreement, clock);
                    case ClockOutcome.Breached told ->
                        new SlaEvent.ClockBreached(row.leadId, version, at, agreement, clock, told.lateness());
                    case ClockOutcome.Corrected told ->
                        new SlaEvent.ClockCorrected(row.leadId, version, at, agreement, clock);
                    case ClockOutcome.Cancelled told ->
                        new SlaEvent.ClockCancelled(row.leadId, version, at, agreement, clock, name(told.reason()));
                    case ClockOutcome.Moved told ->
                        new SlaEvent.ClockMoved(
                                row.leadId,
                                version,
                                at,
                                agreement,
                                clock,
                                name(told.reason()),
                                told.dueBefore(),
                                told.explanation());
                    case ClockOutcome.Escalated told ->
                        new SlaEvent.ClockEscalated(row.leadId, version, at, agreement, clock, told.action());
                });
        switch (outcome) {
            case ClockOutcome.Warned warned -> alerts.add(NewAlert.warned(clock, now, warned.share()));
            case ClockOutcome.Breached breached -> alerts.add(NewAlert.breached(clock, now));
            case ClockOutcome.Escalated told -> alerts.add(NewAlert.escalated(clock, now, told.rung(), told.action()));
            case ClockOutcome.Moved told -> {}
            case ClockOutcome.Started told -> {}
            case ClockOutcome.Met told -> {}
            case ClockOutcome.Corrected told -> {}
            case ClockOutcome.Cancelled told -> {}
        }
    }

    /** A clock whose start and end are heard of together is told as running first. */
    private static ClockStatus startedOf(ClockStatus status) {
        return switch (status) {
            case ClockStatus.Ended ended -> new ClockStatus.Running(ended.promise());
            case ClockStatus.Open open -> open;
            case ClockStatus.NotStarted never -> never;
        };
    }

    private static String name(Enum<?> reason) {
        return reason.name().toLowerCase(Locale.ROOT);
    }

    Object[] started() {
        return started.toArray();
    }

    Object[] changed() {
        return changed.toArray();
    }

    Object[] leads() {
        return leads.toArray();
    }

    List<SlaEvent> events() {
        return List.copyOf(events);
    }

    List<NewAlert> alerts() {
        return List.copyOf(alerts);
    }
}
