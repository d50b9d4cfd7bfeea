package io.leadloop.sla.agreement;

import io.leadloop.agreement.Agreement;
import io.leadloop.agreement.AgreementReading;
import io.leadloop.agreement.inforce.AgreementStore;
import io.leadloop.events.AgreementEvent.AgreementSigned;
import io.leadloop.events.Signature;
import io.leadloop.messaging.Database;
import io.leadloop.messaging.Outbox;
import io.leadloop.messaging.Trace;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * Gives a fresh installation an agreement, so that every service has rules to go by. It is signed by nobody but the
 * installation, and says so. Of two trackers that start together one signs.
 */
@ApplicationScoped
class SignFirstAgreement {
    private static final int FIRST_VERSION = 1;

    private final Database database;
    private final AgreementStore store;
    private final Outbox outbox;
    private final FirstAgreementText text;

    SignFirstAgreement(Database database, AgreementStore store, Outbox outbox, FirstAgreementText text) {
        this.database = database;
        this.store = store;
        this.outbox = outbox;
        this.text = text;
    }

    /** @return whether there was none */
    Uni<Boolean> run() {
        return database.transaction(tx -> store.all(tx)
                .chain(signed -> signed.isEmpty() ? sign(tx) : Uni.createFrom().item(false)));
    }

    private Uni<Boolean> sign(Mutiny.StatelessSession tx) {
        Agreement agreement = read(text.yaml());
        return tx.createNativeQuery("select clock_timestamp()", Instant.class)
                .getSingleResult()
                .map(now -> new AgreementSigned(
                        FIRST_VERSION,
                        now,
                        now,
                        agreement.sha256(),
                        List.of(new Signature("installation", "installation", now)),
                        agreement.text()))
                .chain(signed -> store.save(tx, signed)
                        .call(isNew -> isNew
                                ? outbox.append(tx, List.of(signed), Trace.fresh())
                                : Uni.createFrom().voidItem()));
    }

    private Agreement read(String yaml) {
        return switch (Agreement.read(yaml)) {
            case AgreementReading.Valid valid -> valid.agreement();
            case AgreementReading.Invalid invalid ->
                throw new IllegalStateException(text.origin() + " cannot be signed:\n"
                        + invalid.problems().stream().map(Object::toString).collect(Collectors.joining("\n")));
        };
    }
}
