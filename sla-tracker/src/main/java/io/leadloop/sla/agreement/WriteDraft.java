package io.leadloop.sla.agreement;

import io.leadloop.agreement.Agreement;
import io.leadloop.agreement.AgreementReading;
import io.leadloop.agreement.Problem;
import io.leadloop.http.ProblemException;
import io.leadloop.messaging.Database;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * Puts a text on the table. There is one draft, and the last who writes has it; who does not want to overwrite another's work names
 * the text that they started from. What was signed before is signed no more, unless it is the same text again.
 */
@ApplicationScoped
class WriteDraft {
    private final Database database;
    private final DraftStore store;
    private final AgreementTexts texts;

    WriteDraft(Database database, DraftStore store, AgreementTexts texts) {
        this.database = database;
        this.store = store;
        this.texts = texts;
    }

    /** What became of a text. */
    sealed interface Written {
        record Kept(Draft draft) implements Written {}

        record NotRead(List<Problem> problems) implements Written {}
    }

    /** @param insteadOf hash of the draft that it replaces; empty: whatever there is */
    Uni<Written> write(String text, String by, Optional<String> insteadOf) {
        return texts.readDraft(text).chain(reading -> switch (reading) {
            case AgreementReading.Invalid invalid ->
                Uni.createFrom().<Written>item(new Written.NotRead(invalid.problems()));
            case AgreementReading.Valid valid ->
                database.transaction(tx -> keep(tx, valid.agreement(), by, insteadOf))
                        .<Written>map(Written.Kept::new);
        });
    }

    private Uni<Draft> keep(Mutiny.StatelessSession tx, Agreement agreement, String by, Optional<String> insteadOf) {
        return store.lock(tx)
                .chain(() -> store.find(tx))
                .invoke(there -> insteadOf
                        .filter(hash -> !there.map(Draft::sha256).equals(Optional.of(hash)))
                        .ifPresent(hash -> {
                            throw anotherDraft(there);
                        }))
                .chain(there -> there.map(Draft::sha256).equals(Optional.of(agreement.sha256()))
                        ? Uni.createFrom().voidItem()
                        : store.write(tx, agreement.sha256(), agreement.text(), by))
                .chain(() -> store.find(tx))
                .map(Optional::orElseThrow);
    }

    private static ProblemException anotherDraft(Optional<Draft> there) {
        return new ProblemException(
                412,
                "draft-changed",
                "The draft is another one",
                there.map(draft -> "The draft that you started from was replaced by " + draft.writtenBy() + " at "
                                + draft.writtenAt() + "; its hash is " + draft.sha256()
                                + ". Read GET /v1/agreements/draft, put your changes into it and send that.")
                        .orElse(
                                "There is no draft any more: it was signed or withdrawn. Send yours without If-Match."));
    }
}
