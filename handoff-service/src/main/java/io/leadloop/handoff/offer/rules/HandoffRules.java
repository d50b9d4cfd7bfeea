package io.leadloop.handoff.offer.rules;

import io.leadloop.events.Pause;
import io.leadloop.handoff.offer.rules.HandoffDecision.Changed;
import io.leadloop.handoff.offer.rules.HandoffDecision.Refusal;
import io.leadloop.handoff.offer.rules.HandoffDecision.Refused;
import io.leadloop.handoff.offer.rules.HandoffDecision.Unchanged;
import io.leadloop.handoff.offer.rules.HandoffStatus.Accepted;
import io.leadloop.handoff.offer.rules.HandoffStatus.Closed;
import io.leadloop.handoff.offer.rules.HandoffStatus.Expired;
import io.leadloop.handoff.offer.rules.HandoffStatus.Offered;
import io.leadloop.handoff.offer.rules.HandoffStatus.Rejected;
import io.leadloop.handoff.offer.rules.HandoffStatus.Withdrawn;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What may be done with an offer.
 *
 * <ul>
 *   <li>Accept: while it is open, even after the promised time as long as it has not been expired.
 *   <li>Reject: while it is open. After accepting, the way back is an outcome.
 *   <li>Expire: open and overdue.
 *   <li>Attempt, outcome: after accepting, before an outcome.
 *   <li>Pause, resume, next step: while it is being worked on, after accepting and before an outcome.
 *   <li>Withdraw: accepted, not paused, and nobody has tried to reach the lead since the promise was broken.
 *   <li>Take back: while it is open and nobody has accepted it; whoever has accepted it keeps it.
 *   <li>The same answer again changes nothing and is no error.
 * </ul>
 */
public final class HandoffRules {

    private static final int MOST_PAUSES = 100;

    private HandoffRules() {}

    public static HandoffDecision accept(HandoffStatus status, Instant now) {
        return switch (status) {
            case Offered offered -> new Changed(new Accepted(now, 0));
            case Accepted accepted -> new Unchanged();
            case Rejected rejected -> new Refused(Refusal.ALREADY_REJECTED);
            case Expired expired -> new Refused(Refusal.ALREADY_EXPIRED);
            case Withdrawn withdrawn -> new Refused(Refusal.ALREADY_WITHDRAWN);
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
            case Withdrawn withdrawn -> new Refused(Refusal.ALREADY_WITHDRAWN);
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
            case Withdrawn withdrawn -> new Unchanged();
            case Closed closed -> new Refused(Refusal.ALREADY_CLOSED);
        };
    }

    public static HandoffDecision logAttempt(HandoffStatus status) {
        return switch (status) {
            case Offered offered -> new Refused(Refusal.NOT_ACCEPTED_YET);
            case Accepted accepted -> new Changed(new Accepted(accepted.at(), accepted.attempts() + 1));
            case Rejected rejected -> new Refused(Refusal.ALREADY_REJECTED);
            case Expired expired -> new Refused(Refusal.ALREADY_EXPIRED);
            case Withdrawn withdrawn -> new Refused(Refusal.ALREADY_WITHDRAWN);
            case Closed closed -> new Refused(Refusal.ALREADY_CLOSED);
        };
    }

    public static HandoffDecision close(HandoffStatus status, Outcome outcome, Instant now) {
        return switch (status) {
            case Offered offered -> new Refused(Refusal.NOT_ACCEPTED_YET);
            case Accepted accepted -> new Changed(new Closed(now, outcome));
            case Rejected rejected -> new Refused(Refusal.ALREADY_REJECTED);
            case Expired expired -> new Refused(Refusal.ALREADY_EXPIRED);
            case Withdrawn withdrawn -> new Refused(Refusal.ALREADY_WITHDRAWN);
            case Closed closed ->
                closed.outcome().equals(outcome) ? new Unchanged() : new Refused(Refusal.ALREADY_CLOSED);
        };
    }

    /** @param pauses so far, the last one perhaps without an end */
    public static HandoffDecision pause(HandoffStatus status, List<Pause> pauses) {
        if (isPaused(pauses)) {
            return whileWorked(status, new Unchanged());
        }
        return whileWorked(
                status, pauses.size() < MOST_PAUSES ? new Changed(status) : new Refused(Refusal.TOO_OFTEN_PAUSED));
    }

    public static HandoffDecision resume(HandoffStatus status, List<Pause> pauses) {
        return whileWorked(status, isPaused(pauses) ? new Changed(status) : new Unchanged());
    }

    public static HandoffDecision setNextStep(HandoffStatus status) {
        return whileWorked(status, new Changed(status));
    }

    /** @param brokenAt when the promise was broken that costs the rep the lead */
    public static HandoffDecision withdraw(
            HandoffStatus status, List<Pause> pauses, Optional<Instant> lastAttempt, Instant brokenAt, Instant now) {
        boolean workedOn = lastAttempt.filter(at -> !at.isBefore(brokenAt)).isPresent();
        return whileWorked(status, isPaused(pauses) || workedOn ? new Unchanged() : new Changed(new Withdrawn(now)));
    }

    /** The lead is below the line, and the agreement wants Marketing to have it back. */
    public static HandoffDecision takeBack(HandoffStatus status, Instant now) {
        return switch (status) {
            case Offered offered -> new Changed(new Withdrawn(now));
            case Accepted accepted -> new Refused(Refusal.ALREADY_ACCEPTED);
            case Rejected rejected -> new Unchanged();
            case Expired expired -> new Unchanged();
            case Withdrawn withdrawn -> new Unchanged();
            case Closed closed -> new Unchanged();
        };
    }

    public static boolean isPaused(List<Pause> pauses) {
        return !pauses.isEmpty() && pauses.getLast().until() == null;
    }

    private static HandoffDecision whileWorked(HandoffStatus status, HandoffDecision decision) {
        return switch (status) {
            case Offered offered -> new Refused(Refusal.NOT_ACCEPTED_YET);
            case Accepted accepted -> decision;
            case Rejected rejected -> new Refused(Refusal.ALREADY_REJECTED);
            case Expired expired -> new Refused(Refusal.ALREADY_EXPIRED);
            case Withdrawn withdrawn -> new Refused(Refusal.ALREADY_WITHDRAWN);
            case Closed closed -> new Refused(Refusal.ALREADY_CLOSED);
        };
    }

    /** An outcome that another system knows already ends what is open here, accepted or not. */
    public static HandoffDecision closeFromHistory(HandoffStatus status, Outcome outcome, Instant now) {
        return switch (status) {
            case Offered offered -> new Changed(new Closed(now, outcome));
            case Accepted accepted -> new Changed(new Closed(now, outcome));
            case Rejected rejected -> new Unchanged();
            case Expired expired -> new Unchanged();
            case Withdrawn withdrawn -> new Unchanged();
            case Closed closed -> new Unchanged();
        };
    }
}
