package io.leadloop.sla.agreement;

import io.leadloop.agreement.Agreement;
import io.leadloop.agreement.inforce.AgreementStore;
import io.leadloop.events.AgreementEvent.AgreementSigned;
import io.leadloop.events.Signature;
import io.leadloop.messaging.Database;
import io.leadloop.messaging.Outbox;
import io.leadloop.messaging.Times;
import io.leadloop.messaging.Trace;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
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

    /** Tells whether there was none. */
    Uni<Boolean> run() {
        return database.patiently(store::heads)
                .chain(signed -> signed.isEmpty()
                        ? database.patiently(SignFirstAgreement::now)
                                .chain(now -> read(now))
                                .chain(agreement -> database.patiently(tx -> sign(tx, agreement)))
                        : Uni.createFrom().item(false));
    }

    /** Reading compiles every condition: too long for an event loop. */
    private Uni<Agreement> read(Instant now) {
        return Uni.createFrom().item(() -> text.read(now)).runSubscriptionOn(Infrastructure.getDefaultWorkerPool());
    }

    private Uni<Boolean> sign(Mutiny.StatelessSession tx, Agreement agreement) {
        return now(tx).map(now -> signed(agreement, now))
                .chain(signed -> store.save(tx, signed)
                        .call(isNew -> isNew
                                ? outbox.append(tx, List.of(signed), Trace.fresh())
                                : Uni.createFrom().voidItem()));
    }

    private static Uni<Instant> now(Mutiny.StatelessSession tx) {
        return Times.now(tx);
    }

    private static AgreementSigned signed(Agreement agreement, Instant now) {
        Signature signature = new Signature("installation", "installation", now);
        return new AgreementSigned(FIRST_VERSION, now, now, agreement.sha256(), List.of(signature), agreement.text());
    }
}
