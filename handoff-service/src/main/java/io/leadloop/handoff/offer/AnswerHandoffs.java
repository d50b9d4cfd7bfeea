package io.leadloop.handoff.offer;

import io.leadloop.agreement.AgreementDocument.Reasons;
import io.leadloop.agreement.inforce.Agreements;
import io.leadloop.events.Attempt;
import io.leadloop.events.Event;
import io.leadloop.events.HandoffEvent.AttemptLogged;
import io.leadloop.handoff.directory.LeadDirectory;
import io.leadloop.handoff.directory.LockedLead;
import io.leadloop.handoff.offer.rules.HandoffDecision;
import io.leadloop.handoff.offer.rules.HandoffRules;
import io.leadloop.handoff.offer.rules.HandoffStatus.Closed;
import io.leadloop.handoff.offer.rules.HandoffStatus.Rejected;
import io.leadloop.handoff.offer.rules.Outcome;
import io.leadloop.handoff.offer.rules.OutcomeReading;
import io.leadloop.handoff.offer.rules.OutcomeRules;
import io.leadloop.handoff.reps.Availability;
import io.leadloop.http.ProblemException;
import io.leadloop.messaging.Database;
import io.leadloop.messaging.Outbox;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.hibernate.reactive.mutiny.Mutiny;

/** Does with a hand-off what a rep wants, if the rules allow it. One transaction each, under the lead's lock. */
@ApplicationScoped
class AnswerHandoffs {
    private static final Duration A_YEAR = Duration.ofDays(366);

    private final Database database;
    private final HandoffStore store;
    private final LeadDirectory directory;
    private final Outbox outbox;
    private final Availability availability;
    private final Agreements agreements;

    AnswerHandoffs(
            Database database,
            HandoffStore store,
            LeadDirectory directory,
            Outbox outbox,
            Availability availability,
            Agreements agreements) {
        this.database = database;
        this.store = store;
        this.directory = directory;
        this.outbox = outbox;
        this.availability = availability;
        this.agreements = agreements;
    }

    /** A hand-off and its lead, locked, at one moment. */
    private record Case(LockedLead lead, LockedHandoff handoff, Instant now) {}

    /** One kind of answer: what the rules say, and what to tell when they allow it. */
    private record Answer(Function<Case, HandoffDecision> decide, Function<Case, List<Event>> tell) {}

    Uni<HandoffView> accept(UUID handoffId, Actor actor) {
        return answer(
                handoffId,
                actor,
                new Answer(
                        at -> HandoffRules.accept(at.handoff().status(), at.now()),
                        at -> List.of(HandoffEvents.accepted(at.lead(), at.handoff(), at.now()))));
    }

    Uni<HandoffView> reject(UUID handoffId, Actor actor, String reason, Optional<String> note) {
        Answer reject = new Answer(at -> HandoffRules.reject(at.handoff().status(), reason, at.now()), at -> {
            note.ifPresent(at.handoff()::note);
            return List.of(
                    HandoffEvents.rejected(at.lead(), at.handoff(), at.now(), note),
                    HandoffEvents.returned(at.lead(), at.handoff(), at.now(), reason));
        });
        return reasons()
                .invoke(reasons -> checkRejectReason(reason, reasons))
                .chain(() -> answer(handoffId, actor, reject));
    }

    Uni<HandoffView> logAttempt(UUID handoffId, Actor actor, String channel, String result, Optional<String> note) {
        return answer(
                handoffId,
                actor,
                new Answer(at -> HandoffRules.logAttempt(at.handoff().status()), at -> {
                    at.handoff().attempted(at.now());
                    return List.of(HandoffEvents.attempted(
                            at.lead(),
                            at.handoff(),
                            new Attempt(channel, result, note.orElse(null), actor.name(), at.now())));
                }));
    }

    Uni<HandoffView> pause(UUID handoffId, Actor actor, Optional<String> reason) {
        return answer(
                handoffId,
                actor,
                new Answer(
                        at -> HandoffRules.pause(
                                at.handoff().status(), at.handoff().pauses()),
                        at -> {
                            at.handoff().pause(at.now());
                            return List.of(HandoffEvents.paused(at.lead(), at.handoff(), at.now(), reason));
                        }));
    }

    Uni<HandoffView> resume(UUID handoffId, Actor actor) {
        return answer(
                handoffId,
                actor,
                new Answer(
                        at -> HandoffRules.resume(
                                at.handoff().status(), at.handoff().pauses()),
                        at -> {
                            at.handoff().resume(at.now());
                            return List.of(HandoffEvents.resumed(at.lead(), at.handoff(), at.now()));
                        }));
    }

    Uni<HandoffView> setNextStep(UUID handoffId, Actor actor, String step, Instant when) {
        return answer(
                handoffId,
                actor,
                new Answer(at -> HandoffRules.setNextStep(at.handoff().status()), at -> {
                    checkNextStep(when, at.now());
                    at.handoff().nextStep(step, when, at.now());
                    return List.of(HandoffEvents.nextStepSet(at.lead(), at.handoff(), at.now(), step));
                }));
    }

    private static void checkNextStep(Instant when, Instant now) {
        if (when.isBefore(now) || when.isAfter(now.plus(A_YEAR))) {
            throw ProblemException.invalid("at", "must lie in the future, at most a year from now");
        }
    }

    Uni<HandoffView> close(UUID handoffId, Actor actor, Requests.ReportOutcome request) {
        return reasons()
                .map(reasons -> outcome(request, reasons))
                .chain(outcome -> answer(
                        handoffId,
                        actor,
                        new Answer(
                                at -> HandoffRules.close(at.handoff().status(), outcome, at.now()),
                                at -> List.of(
                                        HandoffEvents.closed(at.lead(), at.handoff(), at.now()),
                                        HandoffEvents.ended(at.lead(), at.handoff(), at.now(), outcome)))));
    }

    /** @param freed whether a rep may be able to take a lead now who was not before */
    private record Answered(HandoffView view, boolean freed) {}

    private Uni<HandoffView> answer(UUID handoffId, Actor actor, Answer answer) {
        return database.transaction(tx -> directory
                        .lockOf(tx, handoffId)
                        .map(lead -> lead.orElseThrow(() -> unknown(handoffId)))
                        .chain(lead -> found(tx, handoffId)
                                .invoke(actor.access()::check)
                                .chain(row -> store.now(tx).map(now -> new Case(lead, new LockedHandoff(row), now))))
                        .chain(at -> apply(tx, at, answer, actor)
                                .chain(freed -> view(tx, at, actor.access()).map(view -> new Answered(view, freed)))))
                .invoke(this::announce)
                .map(Answered::view);
    }

    private void announce(Answered answered) {
        if (answered.freed()) {
            availability.announce();
        }
    }

    /** @return whether a rep may be able to take a lead now who was not before */
    private Uni<Boolean> apply(Mutiny.StatelessSession tx, Case at, Answer answer, Actor actor) {
        return switch (answer.decide().apply(at)) {
            case HandoffDecision.Unchanged unchanged -> Uni.createFrom().item(false);
            case HandoffDecision.Refused refused -> throw conflict(refused.why());
            case HandoffDecision.Changed changed -> {
                at.handoff().become(changed.next());
                List<Event> events = answer.tell().apply(at);
                boolean frees = freesCapacity(changed);
                yield store.update(tx, List.of(at.handoff()))
                        .chain(() -> saveAttempts(tx, at.handoff().handoffId(), events))
                        .chain(() -> directory.save(tx, List.of(at.lead())))
                        .chain(() -> outbox.append(tx, events, actor.trace()))
                        .chain(() -> frees
                                ? availability.changed(tx)
                                : Uni.createFrom().voidItem())
                        .replaceWith(frees);
            }
        };
    }

    private Uni<Void> saveAttempts(Mutiny.StatelessSession tx, UUID handoffId, List<Event> events) {
        Uni<Void> all = Uni.createFrom().voidItem();
        for (Event event : events) {
            if (event instanceof AttemptLogged logged) {
                all = all.chain(() -> store.insert(tx, handoffId, logged.attempt()));
            }
        }
        return all;
    }

    private static boolean freesCapacity(HandoffDecision.Changed changed) {
        return changed.next() instanceof Rejected || changed.next() instanceof Closed;
    }

    private Uni<HandoffRow> found(Mutiny.StatelessSession tx, UUID handoffId) {
        return store.find(tx, handoffId).map(found -> found.orElseThrow(() -> unknown(handoffId)));
    }

    private static ProblemException unknown(UUID handoffId) {
        return ProblemException.notFound("There is no hand-off " + handoffId + ".");
    }

    private Uni<HandoffView> view(Mutiny.StatelessSession tx, Case at, Access access) {
        HandoffRow row = at.handoff().row();
        return (row.attempts == 0 ? Uni.createFrom().item(List.<Attempt>of()) : store.attempts(tx, row.handoffId))
                .map(attempts -> HandoffView.detail(row, attempts, access));
    }

    private Uni<Reasons> reasons() {
        return agreements
                .current()
                .map(inForce -> inForce.agreement().document().reasons());
    }

    private static void checkRejectReason(String reason, Reasons reasons) {
        if (!reasons.reject().contains(reason)) {
            throw ProblemException.invalid(
                    "reason", "must be one of the agreement's: " + String.join(", ", reasons.reject()));
        }
    }

    private static Outcome outcome(Requests.ReportOutcome request, Reasons reasons) {
        return switch (OutcomeRules.reported(request.report(), reasons)) {
            case OutcomeReading.Understood understood -> understood.outcome();
            case OutcomeReading.Wrong wrong -> throw ProblemException.invalid(wrong.field(), wrong.message());
        };
    }

    private static ProblemException conflict(HandoffDecision.Refusal why) {
        String slug = why.name().toLowerCase(Locale.ROOT).replace('_', '-');
        return new ProblemException(409, slug, "The hand-off does not allow this now", why.advice());
    }
}
