package io.leadloop.sla.clock;

import io.leadloop.agreement.Agreement;
import io.leadloop.agreement.ClockRule;
import io.leadloop.agreement.inforce.InForce;
import io.leadloop.events.Handoff;
import io.leadloop.events.HandoffEvent;
import io.leadloop.events.HandoffEvent.AttemptLogged;
import io.leadloop.events.HandoffEvent.HandoffAccepted;
import io.leadloop.events.HandoffEvent.HandoffExpired;
import io.leadloop.events.HandoffEvent.HandoffOffered;
import io.leadloop.events.HandoffEvent.HandoffRejected;
import io.leadloop.events.HandoffEvent.HandoffUnroutable;
import io.leadloop.sla.clock.rules.ClockSignal;
import io.leadloop.sla.clock.rules.Promise;
import java.time.Instant;
import java.util.Optional;

/**
 * What an event of a hand-off means to its acceptance clock. Goes by the hand-off's state rather than the event's name,
 * since a compacted topic may have kept only a late one.
 */
record HandoffNews(Handoff handoff, ClockRule rule, int agreementVersion, ClockSignal signal) {
    static final String ACCEPTANCE = "acceptance";

    /** Empty when no clock hears of it. */
    static Optional<HandoffNews> of(HandoffEvent event, InForce agreement) {
        return agreement
                .agreement()
                .clock(ACCEPTANCE)
                .flatMap(rule -> handoff(event)
                        .flatMap(handoff -> signal(event, handoff, promise(handoff, rule, agreement.agreement()))
                                .map(signal -> new HandoffNews(handoff, rule, agreement.version(), signal))));
    }

    private static Optional<Handoff> handoff(HandoffEvent event) {
        return switch (event) {
            case HandoffOffered offered -> Optional.of(offered.handoff());
            case HandoffAccepted accepted -> Optional.of(accepted.handoff());
            case HandoffRejected rejected -> Optional.of(rejected.handoff());
            case HandoffExpired expired -> Optional.of(expired.handoff());
            case AttemptLogged logged -> Optional.of(logged.handoff());
            case HandoffUnroutable nobody -> Optional.empty();
        };
    }

    private static Optional<ClockSignal> signal(HandoffEvent event, Handoff handoff, Promise promise) {
        return switch (handoff.state()) {
            case OFFERED -> Optional.of(new ClockSignal.Offered(promise));
            case ACCEPTED, REJECTED -> Optional.of(new ClockSignal.Answered(promise, answeredAt(event, handoff)));
            case CLOSED ->
                Optional.of(
                        handoff.answeredAt() == null
                                ? new ClockSignal.Expired(promise, endedAt(event, handoff))
                                : new ClockSignal.Answered(promise, handoff.answeredAt()));
            case EXPIRED -> Optional.of(new ClockSignal.Expired(promise, endedAt(event, handoff)));
            case OTHER -> Optional.empty();
        };
    }

    private static Instant answeredAt(HandoffEvent event, Handoff handoff) {
        return handoff.answeredAt() == null ? event.occurredAt() : handoff.answeredAt();
    }

    private static Instant endedAt(HandoffEvent event, Handoff handoff) {
        return handoff.closedAt() == null ? event.occurredAt() : handoff.closedAt();
    }

    /** The promise that was made to the rep's face wins over what the agreement would say today. */
    private static Promise promise(Handoff handoff, ClockRule rule, Agreement agreement) {
        Instant due = handoff.acceptBy() == null ? agreement.dueAt(rule, handoff.offeredAt()) : handoff.acceptBy();
        return Promise.between(handoff.offeredAt(), due, rule.warnAt(), agreement.calendar(rule));
    }
}
