package io.leadloop.scoring;

import io.leadloop.agreement.inforce.InForce;
import io.leadloop.messaging.Database;
import io.leadloop.messaging.Trace;
import io.leadloop.scoring.rules.ChangeReason;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * Scores the leads whose score changes by itself now, by the database's clock alone. State and event are one short transaction, so
 * an instance that dies has either done it or not, and another one goes on. A lead that cannot be scored is put off alone.
 */
@ApplicationScoped
class ScoreDueLeads {
    static final int AT_MOST = 300;

    private final Database database;
    private final ScoreStore store;
    private final AssessLeads assessLeads;
    private final PutOff putOff;
    private final BatchSize size = new BatchSize(AT_MOST);

    ScoreDueLeads(Database database, ScoreStore store, AssessLeads assessLeads, PutOff putOff) {
        this.database = database;
        this.store = store;
        this.assessLeads = assessLeads;
        this.putOff = putOff;
    }

    /** What a look found. */
    sealed interface Found {
        /** There may be more to do at once. */
        record More() implements Found {}

        /** Leads are due, but another instance has them in its hands. */
        record InOtherHands() implements Found {}

        /** @param pause until the next lead is due, by the database's clock */
        record NothingBefore(Duration pause) implements Found {}

        record NothingDue() implements Found {}
    }

    Uni<Found> run(InForce inForce) {
        return database.patiently(tx -> store.look(tx).chain(look -> found(tx, look, inForce)))
                .onFailure(LeadsFailed.class)
                .recoverWithUni(
                        failed -> putOff.narrow((LeadsFailed) failed, size).replaceWith(new Found.More()));
    }

    private Uni<Found> found(Mutiny.StatelessSession tx, ScoreStore.Look look, InForce inForce) {
        if (look.nextAt() == null) {
            return Uni.createFrom().item(new Found.NothingDue());
        }
        Duration pause = Duration.between(look.now(), look.nextAt());
        return pause.isPositive()
                ? Uni.createFrom().item(new Found.NothingBefore(pause))
                : score(tx, look.now(), inForce);
    }

    private Uni<Found> score(Mutiny.StatelessSession tx, Instant now, InForce inForce) {
        return store.claimDue(tx, now, size.now())
                .chain(due -> due.isEmpty()
                        ? Uni.createFrom().item(new Found.InOtherHands())
                        : LeadsFailed.named(
                                        due,
                                        assessLeads.assess(
                                                tx, looks(due), Set.of(), inForce, now, event -> Trace.fresh()))
                                .invoke(size::succeeded)
                                .replaceWith(new Found.More()));
    }

    private static List<Look> looks(List<ScoreRow> due) {
        return due.stream().map(row -> new Look(row, true, Set.of(reason(row)))).toList();
    }

    /** A lead that was put off while it was scored by another agreement may have no time at which it changes by itself. */
    private static ChangeReason reason(ScoreRow row) {
        return row.nextCause == null ? ChangeReason.AGREEMENT : ChangeReason.of(row.nextCause);
    }
}
