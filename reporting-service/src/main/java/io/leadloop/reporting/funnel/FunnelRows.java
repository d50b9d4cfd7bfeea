package io.leadloop.reporting.funnel;

import io.leadloop.events.HandoffState;
import io.leadloop.events.LifecycleStage;
import io.leadloop.events.Money;
import io.leadloop.events.Qualification;
import io.leadloop.reporting.funnel.rules.Capture;
import io.leadloop.reporting.funnel.rules.FunnelLead;
import io.leadloop.reporting.funnel.rules.Grading;
import io.leadloop.reporting.funnel.rules.Offer;
import io.leadloop.reporting.funnel.rules.Outcome;
import io.leadloop.reporting.funnel.rules.Versions;
import java.util.Optional;

/** A lead as a row and back. Absent in the rules is null in the table, here and nowhere else. */
final class FunnelRows {

    private FunnelRows() {}

    static FunnelLead lead(FunnelRow row) {
        return new FunnelLead(
                row.leadId,
                Optional.ofNullable(row.capturedAt).map(at -> capture(row)),
                Optional.ofNullable(row.grade)
                        .map(grade -> new Grading(
                                grade, Optional.ofNullable(row.persona), Qualification.valueOf(row.qualification))),
                Optional.ofNullable(row.handoffState)
                        .map(state ->
                                new Offer(HandoffState.valueOf(state), row.handoffRep, row.offeredAt, row.attempts)),
                Optional.ofNullable(row.outcome).map(kind -> outcome(row)),
                Optional.ofNullable(row.mqlAt),
                Optional.ofNullable(row.sqlAt),
                new Versions(row.leadsVersion, row.scoresVersion, row.handoffsVersion, row.closedLoopVersion));
    }

    private static Capture capture(FunnelRow row) {
        return new Capture(
                row.capturedAt,
                row.historical,
                Optional.ofNullable(row.source),
                Optional.ofNullable(row.medium),
                Optional.ofNullable(row.campaign),
                Optional.ofNullable(row.landingPage),
                Optional.ofNullable(row.company),
                Optional.ofNullable(row.country),
                LifecycleStage.valueOf(row.importedStage));
    }

    private static Outcome outcome(FunnelRow row) {
        return new Outcome(
                Outcome.Kind.valueOf(row.outcome),
                row.outcomeAt,
                Optional.ofNullable(row.outcomeRep),
                Optional.ofNullable(row.outcomePersona),
                Optional.ofNullable(row.outcomeReason),
                Optional.ofNullable(row.amount).map(amount -> new Money(amount, row.currency)));
    }

    static FunnelRow row(FunnelLead lead) {
        FunnelRow row = new FunnelRow();
        row.leadId = lead.leadId();
        lead.capture().ifPresent(capture -> write(row, capture));
        lead.grading().ifPresent(grading -> {
            row.grade = grading.grade();
            row.persona = grading.persona().orElse(null);
            row.qualification = grading.qualification().name();
        });
        lead.offer().ifPresent(offer -> {
            row.handoffState = offer.state().name();
            row.handoffRep = offer.repId();
            row.offeredAt = offer.offeredAt();
            row.attempts = offer.attempts();
        });
        lead.outcome().ifPresent(outcome -> write(row, outcome));
        row.mqlAt = lead.mqlAt().orElse(null);
        row.sqlAt = lead.sqlAt().orElse(null);
        row.reached = (short) lead.reached().ordinal();
        row.stage = lead.stage().word();
        row.leadsVersion = lead.versions().leads();
        row.scoresVersion = lead.versions().scores();
        row.handoffsVersion = lead.versions().handoffs();
        row.closedLoopVersion = lead.versions().closedLoop();
        return row;
    }

    private static void write(FunnelRow row, Capture capture) {
        row.capturedAt = capture.capturedAt();
        row.historical = capture.historical();
        row.source = capture.source().orElse(null);
        row.medium = capture.medium().orElse(null);
        row.campaign = capture.campaign().orElse(null);
        row.landingPage = capture.landingPage().orElse(null);
        row.company = capture.company().orElse(null);
        row.country = capture.country().orElse(null);
        row.importedStage = capture.importedStage().name();
    }

    private static void write(FunnelRow row, Outcome outcome) {
        row.outcome = outcome.kind().name();
        row.outcomeAt = outcome.at();
        row.outcomeRep = outcome.repId().orElse(null);
        row.outcomePersona = outcome.persona().orElse(null);
        row.outcomeReason = outcome.reason().orElse(null);
        row.amount = outcome.amount().map(Money::amount).orElse(null);
        row.currency = outcome.amount().map(Money::currency).orElse(null);
    }
}
