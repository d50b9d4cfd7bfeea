package io.leadloop.sla.agreement;

import io.leadloop.agreement.inforce.AgreementStore;
import io.leadloop.agreement.rules.BrokenExample;
import io.leadloop.events.AgreementEvent.AgreementSigned;
import io.leadloop.events.Signature;
import io.leadloop.http.ProblemException;
import io.leadloop.messaging.Database;
import io.leadloop.messaging.Outbox;
import io.leadloop.messaging.Trace;
import io.leadloop.sla.agreement.rules.DraftSignature;
import io.leadloop.sla.agreement.rules.SignatureRequest;
import io.leadloop.sla.agreement.rules.SigningDecision;
import io.leadloop.sla.agreement.rules.SigningRules;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * Takes a signature. With the second one the draft is an agreement: it is kept, told and no draft any more, in one transaction.
 * The text is tried before, because that takes too long for a transaction; the hash tells whether they are still the same.
 */
@ApplicationScoped
class SignDraft {
    private final Database database;
    private final DraftStore drafts;
    private final AgreementStore agreements;
    private final ShowDraft showDraft;
    private final Outbox outbox;

    SignDraft(Database database, DraftStore drafts, AgreementStore agreements, ShowDraft showDraft, Outbox outbox) {
        this.database = database;
        this.drafts = drafts;
        this.agreements = agreements;
        this.showDraft = showDraft;
        this.outbox = outbox;
    }

    Uni<SignatureAnswer> sign(SignatureRequest request) {
        return database.transaction(tx -> find(tx, request.version())
                        .chain(draft -> drafts.now(tx).map(now -> new Seen(draft, now))))
                .chain(seen -> showDraft.tried(seen.draft(), seen.now()))
                .chain(tried -> database.transaction(tx -> drafts.lock(tx)
                        .chain(() -> find(tx, request.version()))
                        .chain(draft -> drafts.now(tx).chain(now -> {
                            if (!tried.sha256().equals(draft.sha256())) {
                                throw changedMeanwhile();
                            }
                            return keep(
                                    tx,
                                    draft,
                                    SigningRules.decide(
                                            draft.state(sentences(tried.broken()), tried.ends()), request, now));
                        }))));
    }

    private record Seen(Draft draft, Instant now) {}

    private Uni<SignatureAnswer> keep(Mutiny.StatelessSession tx, Draft draft, SigningDecision decision) {
        return switch (decision) {
            case SigningDecision.Waiting waiting ->
                drafts.sign(tx, waiting.signature())
                        .chain(() -> drafts.find(tx))
                        .map(signed -> SignatureAnswer.waiting(signed.orElse(draft)));
            case SigningDecision.Agreed agreed -> agree(tx, draft, agreed);
            case SigningDecision.Refused refused -> throw Refusals.of(refused);
        };
    }

    private Uni<SignatureAnswer> agree(Mutiny.StatelessSession tx, Draft draft, SigningDecision.Agreed agreed) {
        AgreementSigned signed = new AgreementSigned(
                draft.version(),
                agreed.signatures().stream()
                        .map(DraftSignature::at)
                        .max(Instant::compareTo)
                        .orElse(agreed.inForceFrom()),
                agreed.inForceFrom(),
                draft.sha256(),
                agreed.signatures().stream()
                        .map(one -> new Signature(one.party().word(), one.by(), one.at()))
                        .toList(),
                draft.text());
        return agreements
                .save(tx, signed)
                .chain(() -> outbox.append(tx, List.of(signed), Trace.fresh()))
                .chain(() -> drafts.remove(tx))
                .replaceWith(SignatureAnswer.agreed(signed));
    }

    private Uni<Draft> find(Mutiny.StatelessSession tx, int version) {
        return drafts.find(tx)
                .chain(found -> found.isPresent()
                        ? Uni.createFrom().item(found.get())
                        : agreements.find(tx, List.of(version)).map(signed -> {
                            throw signed.isEmpty() ? ShowDraft.noDraft() : alreadySigned(version);
                        }));
    }

    private static List<String> sentences(List<BrokenExample> broken) {
        return broken.stream().map(BrokenExample::toString).toList();
    }

    private static ProblemException alreadySigned(int version) {
        return new ProblemException(
                409, "already-signed", "Both sides have signed", "Version " + version + " is signed by both sides.");
    }

    private static ProblemException changedMeanwhile() {
        return new ProblemException(
                409,
                "text-changed",
                "The draft is another one",
                "The draft was changed at this moment. Read GET /v1/agreements/draft and sign that.");
    }
}
