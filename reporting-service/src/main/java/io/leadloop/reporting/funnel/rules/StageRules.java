package io.leadloop.reporting.funnel.rules;

import io.leadloop.events.LifecycleStage;
import java.time.Instant;

/**
 * Which stage and which step follow from what is known.
 *
 * <ul>
 *   <li>An outcome decides the stage, unless the lead was offered again after it.
 *   <li>Else an open hand-off decides; an expired one leaves the lead an MQL that waits for the next rep.
 *   <li>Else what is further: the stage of imported history, or the agreement's qualification.
 *   <li>A step that was passed counts also when nobody knows its time: won contains SQL, SQL contains MQL.
 * </ul>
 */
final class StageRules {

    private StageRules() {}

    static LeadStage stage(FunnelLead lead) {
        return lead.outcome()
                .filter(outcome -> !offeredAgainAfter(lead, outcome.at()))
                .map(outcome -> LeadStage.valueOf(outcome.kind().name()))
                .or(() -> lead.offer().map(StageRules::stage))
                .orElseGet(() -> beforeHandoff(lead));
    }

    static FunnelStep reached(FunnelLead lead) {
        if (has(lead, Outcome.Kind.WON)) {
            return FunnelStep.WON;
        }
        if (lead.sqlAt().isPresent()
                || imported(lead) == LifecycleStage.SQL
                || has(lead, Outcome.Kind.LOST)
                || has(lead, Outcome.Kind.RECYCLED)) {
            return FunnelStep.SQL;
        }
        boolean mql = lead.mqlAt().isPresent()
                || imported(lead) == LifecycleStage.MQL
                || lead.offer().isPresent()
                || has(lead, Outcome.Kind.RETURNED);
        return mql ? FunnelStep.MQL : FunnelStep.CAPTURED;
    }

    private static boolean offeredAgainAfter(FunnelLead lead, Instant outcomeAt) {
        return lead.offer()
                .filter(offer -> offer.offeredAt().isAfter(outcomeAt))
                .isPresent();
    }

    private static LeadStage stage(Offer offer) {
        return switch (offer.state()) {
            case OFFERED -> LeadStage.OFFERED;
            case ACCEPTED, CLOSED -> offer.attempts() > 0 ? LeadStage.WORKING : LeadStage.SQL;
            case REJECTED -> LeadStage.RETURNED;
            case EXPIRED, WITHDRAWN, OTHER -> LeadStage.MQL;
        };
    }

    private static LeadStage beforeHandoff(FunnelLead lead) {
        return switch (reached(lead)) {
            case WON -> LeadStage.WON;
            case SQL -> LeadStage.SQL;
            case MQL -> LeadStage.MQL;
            case CAPTURED -> lead.grading().map(StageRules::stage).orElse(LeadStage.CAPTURED);
        };
    }

    private static LeadStage stage(Grading grading) {
        return switch (grading.qualification()) {
            case MQL -> LeadStage.MQL;
            case NURTURE -> LeadStage.NURTURE;
            case DISQUALIFIED -> LeadStage.DISQUALIFIED;
            case HELD, OTHER -> LeadStage.SCORED;
        };
    }

    private static LifecycleStage imported(FunnelLead lead) {
        return lead.capture().map(Capture::importedStage).orElse(LifecycleStage.CAPTURED);
    }

    private static boolean has(FunnelLead lead, Outcome.Kind kind) {
        return lead.outcome().filter(outcome -> outcome.kind() == kind).isPresent();
    }
}
