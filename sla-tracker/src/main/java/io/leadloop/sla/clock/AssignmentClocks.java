package io.leadloop.sla.clock;

import io.leadloop.agreement.ClockRule;
import io.leadloop.agreement.Whose;
import io.leadloop.agreement.inforce.InForce;
import io.leadloop.events.Handoff;
import io.leadloop.sla.clock.rules.ClockOutcome.CancelReason;
import io.leadloop.sla.clock.rules.ClockSignal;
import io.leadloop.sla.clock.rules.Promise;
import io.leadloop.sla.clock.rules.Terms;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/**
 * The promise to offer a qualified lead to somebody. Qualification and offer travel on different topics, so each may be heard of
 * first: the lead's row remembers the latest of both.
 */
final class AssignmentClocks {
    /** By so much the clocks of two databases may differ. */
    private static final Duration SKEW = Duration.ofSeconds(5);

    private AssignmentClocks() {}

    /** A lead that has an open hand-off is owed no other one. */
    static void qualified(
            LeadRow lead, String country, Instant occurredAt, InForce agreement, ClockBook book, ClockChanges changes) {
        Instant at = occurredAt.truncatedTo(ChronoUnit.MICROS);
        if (lead.qualifiedAt == null || at.isAfter(lead.qualifiedAt)) {
            lead.qualifiedAt = at;
        }
        changes.keep(lead);
        if (lead.openHandoff == null || offeredSince(lead, at)) {
            start(lead, country, at, agreement, book, changes);
        }
    }

    /** What it is owed after it qualified again is another promise. */
    static void takenBack(LeadRow lead, Instant occurredAt, ClockBook book, ClockChanges changes) {
        Instant at = occurredAt.truncatedTo(ChronoUnit.MICROS);
        for (ClockRow row : book.of(lead.leadId)) {
            if (!row.startedAt.isAfter(at)) {
                changes.hear(row, lead, new ClockSignal.Ended(row.promise(), at, CancelReason.NO_LONGER_QUALIFIED));
            }
        }
    }

    private static void start(
            LeadRow lead, String country, Instant at, InForce agreement, ClockBook book, ClockChanges changes) {
        for (ClockRule rule : agreement.agreement().document().clocks()) {
            Optional<ClockRow> last = book.lastTurn(lead.leadId, rule.name());
            boolean runs = last.filter(row -> row.endedAt == null || !at.isAfter(row.startedAt))
                    .isPresent();
            if (rule.kind() == ClockRule.Kind.ASSIGNMENT && !runs) {
                Whose whose =
                        new Whose(Optional.empty(), Optional.empty(), Optional.empty(), Optional.ofNullable(country));
                Promise promise = Promise.of(Terms.of(agreement.agreement(), rule, whose), at, List.of());
                ClockRow row = book.turn(
                        lead.leadId,
                        country,
                        rule,
                        last.map(earlier -> earlier.turn + 1).orElse(1),
                        agreement);
                changes.hear(row, lead, new ClockSignal.Owed(promise));
                if (offeredSince(lead, at)) {
                    Instant offeredAt = lead.offeredAt.isBefore(at) ? at : lead.offeredAt;
                    changes.hear(row, lead, new ClockSignal.Answered(promise, offeredAt));
                }
            }
        }
    }

    /** The offer may be heard of before the qualification that it follows, and be a little earlier by its own database's clock. */
    private static boolean offeredSince(LeadRow lead, Instant qualifiedAt) {
        return lead.offeredAt != null && !lead.offeredAt.isBefore(qualifiedAt.minus(SKEW));
    }

    static void hear(HandoffNews news, LeadRow lead, InForce agreement, ClockBook book, ClockChanges changes) {
        Handoff handoff = news.handoff();
        if (lead.offeredAt == null || handoff.offeredAt().isAfter(lead.offeredAt)) {
            lead.offeredAt = handoff.offeredAt();
            changes.keep(lead);
        }
        for (ClockRow row : book.of(lead.leadId)) {
            boolean earlier = handoff.offeredAt().isBefore(row.startedAt);
            // The clocks of two databases may differ a little: what is offered now is an offer after it qualified.
            if (!earlier || FollowHandoffs.isOpen(handoff)) {
                Instant at = earlier ? row.startedAt : handoff.offeredAt();
                changes.hear(row, lead, new ClockSignal.Answered(row.promise(), at));
            }
        }
        if (FollowHandoffs.isOpen(handoff)) {
            lead.openHandoff = handoff.handoffId();
            changes.keep(lead);
        } else if (handoff.handoffId().equals(lead.openHandoff)) {
            lead.openHandoff = null;
            changes.keep(lead);
            if (lead.qualifiedAt != null && lead.qualifiedAt.isAfter(FollowHandoffs.endedAt(news))) {
                start(lead, null, lead.qualifiedAt, agreement, book, changes);
            }
        }
    }
}
