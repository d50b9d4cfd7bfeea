package io.leadloop.sla.agreement.rules;

import io.leadloop.sla.agreement.rules.SigningDecision.Agreed;
import io.leadloop.sla.agreement.rules.SigningDecision.Refused;
import io.leadloop.sla.agreement.rules.SigningDecision.Waiting;
import io.leadloop.sla.agreement.rules.SigningDecision.Why;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Whether a signature counts.
 *
 * <ul>
 *   <li>It is for the version and the very text that lies there; whoever signs what was changed meanwhile reads it first.
 *   <li>A draft that breaks one of its own examples cannot be signed.
 *   <li>Nobody signs for both sides.
 *   <li>The time from which it is in force is not in the past. If both name one, they name the same; who names none agrees to the
 *       other's.
 *   <li>No rule has expired when it comes into force: what was saved a while ago, or is to begin later, may have one by then.
 *   <li>Who signs again replaces their side's signature, as long as the other side has not signed.
 *   <li>With the second signature it is an agreement: from the agreed time, or at once if that has passed while it waited.
 * </ul>
 */
public final class SigningRules {

    private SigningRules() {}

    /** @param now the database's time */
    public static SigningDecision decide(DraftState draft, SignatureRequest request, Instant now) {
        Optional<DraftSignature> other = draft.of(request.party().other());
        return Stream.of(
                        notTheDraft(draft, request),
                        textChanged(draft, request),
                        examplesBreak(draft),
                        signedForTheOtherSide(request, other),
                        timeHasPassed(request, now),
                        anotherTime(request, other, now),
                        ruleExpiresBefore(draft, inForceFrom(request, other, now)))
                .flatMap(Optional::stream)
                .findFirst()
                .<SigningDecision>map(refused -> refused)
                .orElseGet(() -> signed(request, other, now));
    }

    private static Optional<Refused> notTheDraft(DraftState draft, SignatureRequest request) {
        return request.version() == draft.version()
                ? Optional.empty()
                : Optional.of(new Refused(
                        Why.NOT_THE_DRAFT,
                        "The draft is version " + draft.version() + ", not " + request.version()
                                + ". Read GET /v1/agreements/draft and sign that."));
    }

    private static Optional<Refused> textChanged(DraftState draft, SignatureRequest request) {
        return request.sha256().equals(draft.sha256())
                ? Optional.empty()
                : Optional.of(new Refused(
                        Why.TEXT_CHANGED,
                        "This is not the text that lies there: it was written by " + draft.writtenBy() + " at "
                                + draft.writtenAt() + " and has the hash " + draft.sha256()
                                + ". Read GET /v1/agreements/draft and sign that."));
    }

    private static Optional<Refused> examplesBreak(DraftState draft) {
        return draft.brokenExamples().isEmpty()
                ? Optional.empty()
                : Optional.of(new Refused(
                        Why.EXAMPLES_BREAK,
                        String.join(" ", draft.brokenExamples()) + " Mend the rules or the example, then sign."));
    }

    private static Optional<Refused> signedForTheOtherSide(SignatureRequest request, Optional<DraftSignature> other) {
        return other.filter(one -> one.by().equals(request.by()))
                .map(one -> new Refused(
                        Why.SIGNED_FOR_THE_OTHER_SIDE,
                        request.by() + " has signed for " + one.party().word() + " already. Somebody else signs for "
                                + request.party().word() + "."));
    }

    private static Optional<Refused> timeHasPassed(SignatureRequest request, Instant now) {
        return request.inForceFrom()
                .filter(from -> from.isBefore(now))
                .map(from -> new Refused(
                        Why.TIME_HAS_PASSED,
                        "inForceFrom " + from + " is in the past, it is " + now
                                + ". Name a later time, or none: then it is in force as soon as both have signed."));
    }

    private static Optional<Refused> anotherTime(
            SignatureRequest request, Optional<DraftSignature> other, Instant now) {
        return other.flatMap(DraftSignature::inForceFrom)
                .filter(from -> from.isAfter(now))
                .filter(from -> request.inForceFrom().isPresent())
                .filter(from -> !request.inForceFrom().equals(Optional.of(from)))
                .map(from -> new Refused(
                        Why.ANOTHER_TIME,
                        request.party().other().word() + " signed for " + from
                                + ". Name the same time or none, or agree on another and let them sign again."));
    }

    private static Optional<Refused> ruleExpiresBefore(DraftState draft, Instant from) {
        return draft.ends().stream()
                .filter(end -> !end.at().isAfter(from))
                .min(Comparator.comparing(RuleEnd::at))
                .map(end -> new Refused(
                        Why.RULE_EXPIRES_BEFORE,
                        "The rule '" + end.rule() + "' ends at " + end.at() + ", and this would be in force from "
                                + from
                                + ": it could never count. Sign for an earlier time, or remove the rule or give it a later end"
                                + " in the draft."));
    }

    /** With both signatures: the time that either names, or at once if none does or it has passed. */
    private static Instant inForceFrom(SignatureRequest request, Optional<DraftSignature> other, Instant now) {
        return request.inForceFrom()
                .or(() -> other.flatMap(DraftSignature::inForceFrom))
                .filter(from -> from.isAfter(now))
                .orElse(now);
    }

    private static SigningDecision signed(SignatureRequest request, Optional<DraftSignature> other, Instant now) {
        DraftSignature own = new DraftSignature(request.party(), request.by(), now, request.inForceFrom());
        return other.<SigningDecision>map(theirs -> new Agreed(
                        request.party() == Party.MARKETING ? List.of(own, theirs) : List.of(theirs, own),
                        inForceFrom(request, other, now)))
                .orElseGet(() -> new Waiting(own));
    }
}
