package io.leadloop.handoff.offer.rules;

import io.leadloop.handoff.offer.rules.HandoffDecision.Changed;
import io.leadloop.handoff.offer.rules.HandoffDecision.Refusal;
import io.leadloop.handoff.offer.rules.HandoffDecision.Refused;
import io.leadloop.handoff.offer.rules.HandoffDecision.Unchanged;
import io.leadloop.handoff.offer.rules.HandoffStatus.Accepted;
import io.leadloop.handoff.offer.rules.HandoffStatus.Closed;
import io.leadloop.handoff.offer.rules.HandoffStatus.Expired;
import io.leadloop.handoff.offer.rules.HandoffStatus.Offered;
import io.leadloop.handoff.offer.rules.HandoffStatus.Rejected;
import java.time.Instant;

/**
 * What may be done with an offer.
 *
 * <ul>
 *   <li>Accept: while it is open, even after the promised time as long as it has not been expired.
 *   <li>Reject: while it is open. After accepting, the way back is an outcome.
 *   <li>Expire: open and overdue.
 *   <li>Attempt, outcome: after accepting, before an outcome.
 *   <li>The same answer again changes nothing and is no error.
 * </ul>
 */
public final class HandoffRules {

    private HandoffRules() {}

    public static HandoffDecision accept(HandoffStatus status, Instant now) {
        return switch (status) {
            case Offered offered -> new Changed(new Accepted(now, 0));
            case Accepted accepted -> new Unchanged();
            case Rejected rejected -> new Refused(Refusal.ALREADY_REJECTED);
            case Expired expired -> new Refused(Refusal.ALREADY_EXPIRED);
            case Closed closed -> new Refused(Refusal.ALREADY_CLOSED);
        };
    }

    public static HandoffDecision reject(HandoffStatus status, String reason, Instant now) {
        return switch (status) {
            case Offered offered -> new Changed(new Rejected(now, reason));
            case Accepted accepted -> new Refused(Refusal.ALREADY_ACCEPTED);
            case Rejected rejected ->
                rejected.reason().equals(reason) ? new Unchanged() : new Refused(Refusal.ALREADY_REJECTED);
            case Expired expired -> new Refused(Refusal.ALREADY_EXPIRED);
            case Closed closed -> new Refused(Refusal.ALREADY_CLOSED);
        };
    }

    public static HandoffDecision expire(HandoffStatus status, Instant now) {
        return switch (status) {
            case Offered offered ->
                now.isBefore(offered.acceptBy()) ? new Refused(Refusal.NOT_OVERDUE) : new Changed(new Expired(now));
            case Accepted accepted -> new Refused(Refusal.ALREADY_ACCEPTED);
            case Rejected rejected -> new Refused(Refusal.ALREADY_REJECTED);
            case Expired expired -> new Unchanged();
            case Closed closed -> new Refused(Refusal.ALREADY_CLOSED);
        };
    }

    public static HandoffDecision logAttempt(HandoffStatus status) {
        return switch (status) {
            case Offered offered -> new Refused(Refusal.NOT_ACCEPTED_YET);
            case Accepted accepted -> new Changed(new Accepted(accepted.at(), accepted.attempts() + 1));
            case Rejected rejected -> new Refused(Refusal.ALREADY_REJECTED);
            case Expired expired -> new Refused(Refusal.ALREADY_EXPIRED);
            case Closed closed -> new Refused(Refusal.ALREADY_CLOSED);
        };
    }

    public static HandoffDecision close(HandoffStatus status, Outcome outcome, Instant now) {
        return switch (status) {
            case Offered offered -> new Refused(Refusal.NOT_ACCEPTED_YET);
            case Accepted accepted -> new Changed(new Closed(now, outcome));
            case Rejected rejected -> new Refused(Refusal.ALREADY_REJECTED);
            case Expired expired -> new Refused(Refusal.ALREADY_EXPIRED);
            case Closed closed ->
                closed.outcome().equals(outcome) ? new Unchanged() : new Refused(Refusal.ALREADY_CLOSED);
        };
    }

    /** An outcome that another system knows already ends what is open here, accepted or not. */
    public static HandoffDecision closeFromHistory(HandoffStatus status, Outcome outcome, Instant now) {
        return switch (status) {
            case Offered offered -> new Changed(new Closed(now, outcome));
            case Accepted accepted -> new Changed(new Closed(now, outcome));
            case Rejected rejected -> new Unchanged();
            case Expired expired -> new Unchanged();
            case Closed closed -> new Unchanged();
        };
    }
}
