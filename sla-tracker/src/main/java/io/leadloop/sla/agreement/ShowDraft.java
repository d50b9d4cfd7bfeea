package io.leadloop.sla.agreement;

import io.leadloop.agreement.Agreement;
import io.leadloop.agreement.AgreementReading;
import io.leadloop.agreement.diff.AgreementDiff;
import io.leadloop.agreement.inforce.Agreements;
import io.leadloop.agreement.inforce.InForce;
import io.leadloop.agreement.rules.BrokenExample;
import io.leadloop.agreement.rules.ExampleRules;
import io.leadloop.http.ProblemException;
import io.leadloop.messaging.Database;
import io.leadloop.sla.agreement.rules.RuleEnd;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Collectors;

/** Compares the draft with what is in force and tries its examples: what both sides look at before they sign. */
@ApplicationScoped
class ShowDraft {
    private final Database database;
    private final DraftStore store;
    private final AgreementTexts texts;
    private final Agreements agreements;

    ShowDraft(Database database, DraftStore store, AgreementTexts texts, Agreements agreements) {
        this.database = database;
        this.store = store;
        this.texts = texts;
        this.agreements = agreements;
    }

    Uni<DraftAnswer> show() {
        return database.transaction(store::find)
                .map(draft -> draft.orElseThrow(ShowDraft::noDraft))
                .chain(draft -> show(draft));
    }

    Uni<DraftAnswer> show(Draft draft) {
        return agreements
                .current()
                .chain(inForce -> compiled(draft)
                        .chain(agreement -> database.transaction(store::now)
                                .emitOn(Infrastructure.getDefaultWorkerPool())
                                .map(now -> answer(draft, inForce, agreement, now))));
    }

    /** What may keep the draft from being signed, as far as its text tells. */
    Uni<Tried> tried(Draft draft, Instant now) {
        return compiled(draft)
                .emitOn(Infrastructure.getDefaultWorkerPool())
                .map(agreement -> new Tried(draft.sha256(), ExampleRules.broken(agreement, now), ends(agreement)));
    }

    /**
     * What was judged, and how.
     *
     * @param ends of rules that expire
     */
    record Tried(String sha256, List<BrokenExample> broken, List<RuleEnd> ends) {}

    private static List<RuleEnd> ends(Agreement agreement) {
        ZoneId zone = agreement.document().zone();
        return agreement
                .document()
                .scorecard()
                .rules()
                .flatMap(rule -> rule.expiresAt(zone).stream().map(at -> new RuleEnd(rule.name(), at)))
                .toList();
    }

    static ProblemException noDraft() {
        return ProblemException.notFound("There is no draft. PUT /v1/agreements/draft takes one.");
    }

    private static DraftAnswer answer(Draft draft, InForce inForce, Agreement agreement, Instant now) {
        return DraftAnswer.of(
                draft,
                inForce.version(),
                AgreementDiff.between(inForce.agreement().document(), agreement.document()),
                ExampleRules.broken(agreement, now));
    }

    /** What was kept was read; only another version of this software may see it otherwise. */
    private Uni<Agreement> compiled(Draft draft) {
        return texts.read(draft.text()).map(reading -> switch (reading) {
            case AgreementReading.Valid valid -> valid.agreement();
            case AgreementReading.Invalid invalid ->
                throw new ProblemException(
                        409,
                        "not-an-agreement",
                        "The draft must be mended",
                        "The draft was written for another version of Leadloop. "
                                + invalid.problems().stream()
                                        .map(Object::toString)
                                        .collect(Collectors.joining(" ")));
        });
    }
}
