package io.leadloop.sla.clock.rules;

import io.leadloop.sla.clock.rules.ClockOutcome.MoveReason;
import io.leadloop.sla.clock.rules.ClockStatus.Breached;
import io.leadloop.sla.clock.rules.ClockStatus.Cancelled;
import io.leadloop.sla.clock.rules.ClockStatus.Ended;
import io.leadloop.sla.clock.rules.ClockStatus.Met;
import io.leadloop.sla.clock.rules.ClockStatus.NotStarted;
import io.leadloop.sla.clock.rules.ClockStatus.Open;
import io.leadloop.sla.clock.rules.ClockStatus.Paused;
import io.leadloop.sla.clock.rules.ClockStatus.Running;
import io.leadloop.sla.clock.rules.ClockStatus.Warned;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The life of a clock.
 *
 * <ul>
 *   <li>What is owed starts it; so does the news of an answer or an end whose start was not seen.
 *   <li>A warning is given when its share of the time is used up, the latest only, and never once it is due.
 *   <li>An answer before the due time meets it, even when it is heard of after the breach (corrected).
 *   <li>An answer at or after the due time is a breach, even if the answer itself still counts.
 *   <li>What ends unanswered is a breach when it had been due, and cancels the clock when not.
 *   <li>While it is paused it is not due; a pause from before the due time undoes a breach that was told meanwhile.
 *   <li>Another promise moves an open clock; an ended one never moves, except that a pause was heard of late.
 *   <li>While it stays broken the ladder goes on, until what was owed is done or need not be.
 *   <li>Everything else changes nothing, so that repeated news is harmless.
 * </ul>
 */
public final class ClockRules {

    private ClockRules() {}

    /** @param now the database's time; whether the clock is due is judged by nothing else */
    public static ClockDecision decide(ClockStatus status, ClockSignal signal, Instant now) {
        return switch (signal) {
            case ClockSignal.Owed owed ->
                status instanceof NotStarted ? start(owed.promise()) : ClockDecision.nothingNew(status);
            case ClockSignal.Answered answered ->
                afterStart(status, answered.promise(), started -> answered(started, answered.at(), now));
            case ClockSignal.Ended ended -> afterStart(status, ended.promise(), started -> ended(started, ended, now));
            case ClockSignal.Paused paused -> paused(status, paused.at(), now);
            case ClockSignal.Moved moved -> moved(status, moved);
            case ClockSignal.TimePassed ignored -> timePassed(status, now);
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
            case Paused paused -> ClockDecision.of(new Met(paused.promise(), at), new ClockOutcome.Met(at));
            case Open open
            when open.promise().isKeptAt(at) -> ClockDecision.of(new Met(open.promise(), at), new ClockOutcome.Met(at));
            case Open open -> breachIfDue(open, now);
            case Breached breached when breached.promise().isKeptAt(at) -> correct(breached, at);
            case Cancelled cancelled when cancelled.promise().isKeptAt(at) -> correct(cancelled, at);
            case Breached breached -> leaveLadder(breached);
            case Ended ended -> ClockDecision.nothingNew(ended);
            case NotStarted unheardOf -> ClockDecision.nothingNew(unheardOf);
        };
    }

    private static ClockDecision ended(ClockStatus status, ClockSignal.Ended end, Instant now) {
        return switch (status) {
            case Paused paused -> cancel(paused.promise(), end);
            case Open open when open.promise().isKeptAt(end.at()) -> cancel(open.promise(), end);
            case Open open -> breachIfDue(open, now);
            case Breached breached when breached.promise().isKeptAt(end.at()) -> cancel(breached.promise(), end);
            case Breached breached -> leaveLadder(breached);
            case Ended ended -> ClockDecision.nothingNew(ended);
            case NotStarted unheardOf -> ClockDecision.nothingNew(unheardOf);
        };
    }

    private static ClockDecision paused(ClockStatus status, Instant at, Instant now) {
        return switch (status) {
            case Paused paused -> ClockDecision.nothingNew(paused);
            case Open open when open.promise().isKeptAt(at) -> pause(open.promise(), at, open.share());
            case Open open -> breachIfDue(open, now);
            case Breached breached when breached.promise().isKeptAt(at) -> pause(breached.promise(), at, 1);
            case Ended ended -> ClockDecision.nothingNew(ended);
            case NotStarted unheardOf -> ClockDecision.nothingNew(unheardOf);
        };
    }

    private static ClockDecision pause(Promise promise, Instant at, double share) {
        return ClockDecision.of(
                new Paused(promise, at, share),
                new ClockOutcome.Moved(
                        at,
                        MoveReason.PAUSED,
                        promise.dueAt(),
                        "Paused; the time that is left runs from when it is resumed."));
    }

    private static ClockDecision moved(ClockStatus status, ClockSignal.Moved move) {
        return switch (status) {
            case Paused paused
            when move.reason() != MoveReason.RESUMED ->
                paused.promise().equals(move.promise())
                        ? ClockDecision.nothingNew(paused)
                        : tell(new Paused(move.promise(), paused.since(), paused.share()), paused.promise(), move);
            case Paused paused -> tell(open(move.promise(), paused.share()), paused.promise(), move);
            case Open open ->
                open.promise().equals(move.promise())
                        ? ClockDecision.nothingNew(open)
                        : tell(open(move.promise(), open.share()), open.promise(), move);
            case Breached breached
            when move.reason() == MoveReason.RESUMED
                    && move.promise().dueAt().isAfter(breached.promise().dueAt()) ->
                tell(open(move.promise(), 1), breached.promise(), move);
            case Ended ended -> ClockDecision.nothingNew(ended);
            case NotStarted unheardOf -> ClockDecision.nothingNew(unheardOf);
        };
    }

    private static Open open(Promise promise, double share) {
        return share > 0 ? new Warned(promise, share) : new Running(promise);
    }

    private static ClockDecision tell(ClockStatus status, Promise before, ClockSignal.Moved move) {
        return ClockDecision.of(
                status, new ClockOutcome.Moved(move.at(), move.reason(), before.dueAt(), move.explanation()));
    }

    private static ClockDecision timePassed(ClockStatus status, Instant now) {
        return switch (status) {
            case Paused paused -> ClockDecision.nothingNew(paused);
            case Open open -> timePassed(open, now);
            case Breached breached -> climb(breached, now);
            case Ended ended -> ClockDecision.nothingNew(ended);
            case NotStarted unheardOf -> ClockDecision.nothingNew(unheardOf);
        };
    }

    private static ClockDecision timePassed(Open open, Instant now) {
        if (open.promise().isDueBy(now)) {
            return breachIfDue(open, now);
        }
        Optional<Promise.Warning> warning =
                open.promise().lastWarningBy(now).filter(last -> last.share() > open.share());
        return warning.map(w -> ClockDecision.of(
                        new Warned(open.promise(), w.share()), new ClockOutcome.Warned(w.at(), w.share())))
                .orElseGet(() -> ClockDecision.nothingNew(open));
    }

    /** Rungs that were slept through are all taken: each does something else. */
    private static ClockDecision climb(Breached breached, Instant now) {
        List<Promise.Rung> ladder = breached.promise().ladder();
        List<ClockOutcome> taken = new ArrayList<>();
        int rungs = breached.rungs();
        while (rungs < ladder.size() && !ladder.get(rungs).at().isAfter(now)) {
            Promise.Rung rung = ladder.get(rungs++);
            taken.add(new ClockOutcome.Escalated(rung.at(), rung.action(), rungs));
        }
        return new ClockDecision(new Breached(breached.promise(), rungs), taken);
    }

    private static ClockDecision leaveLadder(Breached breached) {
        return ClockDecision.silently(
                new Breached(breached.promise(), breached.promise().ladder().size()));
    }

    /** Whoever sent the news may have a faster clock than ours; then the timer tells it when ours gets there. */
    private static ClockDecision breachIfDue(Open open, Instant now) {
        Promise promise = open.promise();
        return promise.isDueBy(now)
                ? ClockDecision.of(
                        new Breached(promise, 0),
                        new ClockOutcome.Breached(promise.dueAt(), Duration.between(promise.dueAt(), now)))
                : ClockDecision.nothingNew(open);
    }

    private static ClockDecision correct(Ended ended, Instant at) {
        return ClockDecision.of(new Met(ended.promise(), at), new ClockOutcome.Corrected(at));
    }

    private static ClockDecision cancel(Promise promise, ClockSignal.Ended end) {
        return ClockDecision.of(new Cancelled(promise, end.at()), new ClockOutcome.Cancelled(end.at(), end.reason()));
    }

    private interface Continuation {
        ClockDecision apply(ClockStatus started);
    }
}
