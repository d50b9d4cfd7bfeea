package io.leadloop.sla.clock.rules;

import io.leadloop.sla.clock.rules.ClockOutcome.CancelReason;
import io.leadloop.sla.clock.rules.ClockStatus.Breached;
import io.leadloop.sla.clock.rules.ClockStatus.Cancelled;
import io.leadloop.sla.clock.rules.ClockStatus.Ended;
import io.leadloop.sla.clock.rules.ClockStatus.Met;
import io.leadloop.sla.clock.rules.ClockStatus.NotStarted;
import io.leadloop.sla.clock.rules.ClockStatus.Open;
import io.leadloop.sla.clock.rules.ClockStatus.Running;
import io.leadloop.sla.clock.rules.ClockStatus.Warned;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The life of a clock.
 *
 * <ul>
 *   <li>An offer starts it; so does the news of an answer or an end whose offer was not seen.
 *   <li>A warning is given when its share of the time is used up, the latest only, and never once it is due.
 *   <li>An answer before the due time meets it, even when it is heard of after the breach (corrected).
 *   <li>An answer at or after the due time is a breach, even if the answer itself still counts.
 *   <li>An offer that ended unanswered is a breach when it had been due, and cancels the clock when not.
 *   <li>Everything else changes nothing, so that repeated news is harmless.
 * </ul>
 */
public final class ClockRules {

    private ClockRules() {}

    /** @param now the database's time; whether the clock is due is judged by nothing else */
    public static ClockDecision decide(ClockStatus status, ClockSignal signal, Instant now) {
        return switch (signal) {
            case ClockSignal.Offered offered ->
                status instanceof NotStarted ? start(offered.promise()) : ClockDecision.nothingNew(status);
            case ClockSignal.Answered answered ->
                afterStart(status, answered.promise(), started -> answered(started, answered.at(), now));
            case ClockSignal.Expired expired ->
                afterStart(status, expired.promise(), started -> expired(started, expired.at(), now));
            case ClockSignal.TimePassed ignored ->
                status instanceof Open open ? timePassed(open, now) : ClockDecision.nothingNew(status);
        };
    }

    private static ClockDecision start(Promise promise) {
        return ClockDecision.of(new Running(promise), new ClockOutcome.Started(promise.startedAt()));
    }

    private static ClockDecision afterStart(ClockStatus status, Promise promise, Continuation continuation) {
        if (!(status instanceof NotStarted)) {
            return continuation.apply(status);
        }
        ClockDecision started = start(promise);
        ClockDecision then = continuation.apply(started.status());
        return new ClockDecision(
                then.status(),
                Stream.concat(started.outcomes().stream(), then.outcomes().stream())
                        .toList());
    }

    private static ClockDecision answered(ClockStatus status, Instant at, Instant now) {
        return switch (status) {
            case Open open
            when open.promise().isKeptAt(at) -> ClockDecision.of(new Met(open.promise(), at), new ClockOutcome.Met(at));
            case Open open -> breachIfDue(open, now);
            case Breached breached when breached.promise().isKeptAt(at) -> correct(breached, at);
            case Cancelled cancelled when cancelled.promise().isKeptAt(at) -> correct(cancelled, at);
            case Ended ended -> ClockDecision.nothingNew(ended);
            case NotStarted unheardOf -> ClockDecision.nothingNew(unheardOf);
        };
    }

    private static ClockDecision expired(ClockStatus status, Instant at, Instant now) {
        return switch (status) {
            case Open open when open.promise().isKeptAt(at) -> cancel(open.promise(), at);
            case Open open -> breachIfDue(open, now);
            case Breached breached when breached.promise().isKeptAt(at) -> cancel(breached.promise(), at);
            case Ended ended -> ClockDecision.nothingNew(ended);
            case NotStarted unheardOf -> ClockDecision.nothingNew(unheardOf);
        };
    }

    private static ClockDecision timePassed(Open open, Instant now) {
        if (open.promise().isDueBy(now)) {
            return breachIfDue(open, now);
        }
        double warnedOf = open instanceof Warned warned ? warned.share() : 0;
        Optional<Promise.Warning> warning = open.promise().lastWarningBy(now).filter(last -> last.share() > warnedOf);
        return warning.map(w -> ClockDecision.of(
                        new Warned(open.promise(), w.share()), new ClockOutcome.Warned(w.at(), w.share())))
                .orElseGet(() -> ClockDecision.nothingNew(open));
    }

    /** Whoever sent the news may have a faster clock than ours; then the timer tells it when ours gets there. */
    private static ClockDecision breachIfDue(Open open, Instant now) {
        Promise promise = open.promise();
        return promise.isDueBy(now)
                ? ClockDecision.of(
                        new Breached(promise),
                        new ClockOutcome.Breached(promise.dueAt(), Duration.between(promise.dueAt(), now)))
                : ClockDecision.nothingNew(open);
    }

    private static ClockDecision correct(Ended ended, Instant at) {
        return ClockDecision.of(new Met(ended.promise(), at), new ClockOutcome.Corrected(at));
    }

    private static ClockDecision cancel(Promise promise, Instant at) {
        return ClockDecision.of(
                new Cancelled(promise, at), new ClockOutcome.Cancelled(at, CancelReason.OFFER_ENDED_BEFORE_DUE));
    }

    private interface Continuation {
        ClockDecision apply(ClockStatus started);
    }
}
