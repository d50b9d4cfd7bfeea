package io.leadloop.sla.clock.rules;

import io.leadloop.agreement.ClockRule;
import io.leadloop.events.Handoff;
import io.leadloop.events.HandoffState;
import io.leadloop.events.Pause;
import io.leadloop.sla.clock.rules.ClockOutcome.CancelReason;
import io.leadloop.sla.clock.rules.ClockOutcome.MoveReason;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a hand-off means to its clocks. Goes by its state rather than the event's name, since a compacted topic may have kept only a
 * late one.
 *
 * <ul>
 *   <li>Acceptance: owed from the offer, by the time that the rep was told; answered by accepting or rejecting.
 *   <li>Attempts: owed from accepting, kept by {@link AttemptRules}; ended by an outcome, or by going to another rep.
 *   <li>Next step: owed from accepting, and again from the time of each step that was set; ended alike. A step that is put off before
 *       its time moves the clock.
 *   <li>Pauses are those of the work on the lead: an offer waits for nobody.
 * </ul>
 */
public final class HandoffSignals {

    private HandoffSignals() {}

    /** @param occurredAt of the event, where the hand-off does not say when it was so */
    public static List<ClockSignal> acceptance(Handoff handoff, Instant occurredAt, Terms terms) {
        Promise promise = handoff.acceptBy() == null
                ? Promise.of(terms, handoff.offeredAt(), List.of())
                : Promise.dueBy(terms, handoff.offeredAt(), handoff.acceptBy());
        Instant answeredAt = handoff.answeredAt() == null ? occurredAt : handoff.answeredAt();
        Instant endedAt = handoff.closedAt() == null ? occurredAt : handoff.closedAt();
        ClockSignal ended = new ClockSignal.Ended(promise, endedAt, CancelReason.OFFER_ENDED_BEFORE_DUE);
        return switch (handoff.state()) {
            case OFFERED -> List.of(new ClockSignal.Owed(promise));
            case ACCEPTED, REJECTED -> List.of(new ClockSignal.Answered(promise, answeredAt));
            case CLOSED, WITHDRAWN ->
                List.of(handoff.answeredAt() == null ? ended : new ClockSignal.Answered(promise, answeredAt));
            case EXPIRED -> List.of(ended);
            case OTHER -> List.of();
        };
    }

    public static List<ClockSignal> attempts(
            ClockRule rule, Handoff handoff, Instant occurredAt, Terms terms, Heard heard) {
        if (!isAccepted(handoff)) {
            return List.of();
        }
        Promise promise = Promise.of(terms, handoff.answeredAt(), handoff.pauses());
        List<ClockSignal> signals = new ArrayList<>(List.of(new ClockSignal.Owed(promise)));
        signals.addAll(pauses(handoff, heard, promise));
        AttemptRules.keptAt(heard.attempts(), rule).ifPresent(at -> signals.add(new ClockSignal.Answered(promise, at)));
        signals.addAll(end(handoff, occurredAt, promise));
        return signals;
    }

    /** Of one turn. */
    public static List<ClockSignal> nextStep(Handoff handoff, Instant occurredAt, Terms terms, Heard heard) {
        if (!isAccepted(handoff)) {
            return List.of();
        }
        Instant startedAt = heard.startedAt().orElse(handoff.answeredAt());
        Promise promise = Promise.of(terms, startedAt, handoff.pauses());
        List<ClockSignal> signals = new ArrayList<>(List.of(new ClockSignal.Owed(promise)));
        signals.addAll(pauses(handoff, heard, promise));
        newStep(handoff, heard)
                .ifPresent(setAt -> signals.add(
                        isPutOff(handoff, heard)
                                ? new ClockSignal.Moved(
                                        Promise.of(terms, handoff.nextStepAt(), handoff.pauses()),
                                        setAt,
                                        MoveReason.NEXT_STEP,
                                        "The next step is at " + handoff.nextStepAt() + ".")
                                : new ClockSignal.Answered(promise, setAt)));
        signals.addAll(end(handoff, occurredAt, promise));
        return signals;
    }

    /** Whether a further turn begins at {@link Handoff#nextStepAt}. */
    public static boolean beginsTurn(Handoff handoff, Heard heard) {
        return isAccepted(handoff) && newStep(handoff, heard).isPresent() && !isPutOff(handoff, heard);
    }

    /** The step was set anew before the time of the one that this turn waits for had come. */
    public static boolean isPutOff(Handoff handoff, Heard heard) {
        return newStep(handoff, heard).isPresent()
                && heard.startedAt()
                        .filter(start -> start.isAfter(handoff.nextStepSetAt()))
                        .isPresent();
    }

    private static Optional<Instant> newStep(Handoff handoff, Heard heard) {
        return Optional.ofNullable(handoff.nextStepSetAt())
                .filter(setAt -> heard.stepSetAt().map(setAt::isAfter).orElse(true));
    }

    private static boolean isAccepted(Handoff handoff) {
        return handoff.answeredAt() != null
                && (handoff.state() == HandoffState.ACCEPTED
                        || handoff.state() == HandoffState.WITHDRAWN
                        || handoff.state() == HandoffState.CLOSED);
    }

    private static List<ClockSignal> pauses(Handoff handoff, Heard heard, Promise promise) {
        List<Pause> pauses = handoff.pauses();
        if (pauses.isEmpty() || pauses.equals(heard.pauses())) {
            return List.of();
        }
        Pause last = pauses.getLast();
        return List.of(
                last.until() == null
                        ? new ClockSignal.Paused(last.from())
                        : new ClockSignal.Moved(
                                promise, last.until(), MoveReason.RESUMED, "Resumed; the pause did not count."));
    }

    private static List<ClockSignal> end(Handoff handoff, Instant occurredAt, Promise promise) {
        boolean ended = handoff.state() == HandoffState.CLOSED || handoff.state() == HandoffState.WITHDRAWN;
        Instant at = handoff.closedAt() == null ? occurredAt : handoff.closedAt();
        return ended ? List.of(new ClockSignal.Ended(promise, at, CancelReason.HANDOFF_ENDED)) : List.of();
    }
}
