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
 * an instance that dies has either done it or not, and another one goes on.
 */
@ApplicationScoped
class ScoreDueLeads {
    static final int AT_MOST = 300;

    private final Database database;
    private final ScoreStore store;
    private final AssessLeads assessLeads;

    ScoreDueLeads(Database database, ScoreStore store, AssessLeads assessLeads) {
        this.database = database;
        this.store = store;
        this.assessLeads = assessLeads;
    }

    /** What a look found. */
    sealed interface Found {
        /** There may be more to do at once. */
        record Scored(int leads) implements Found {}

        /** Leads are due, but another instance has them in its hands. */
        record InOtherHands() implements Found {}

        /** @param pause until the next lead is due, by the database's clock */
        record NothingBefore(Duration pause) implements Found {}

        record NothingDue() implements Found {}
    }

    Uni<Found> run(InForce inForce) {
        return database.patiently(tx -> store.look(tx).chain(look -> found(tx, look, inForce)));
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
        return store.claimDue(tx, now, AT_MOST)
                .chain(due -> due.isEmpty()
                        ? Uni.createFrom().item(new Found.InOtherHands())
                        : assessLeads
                                .assess(tx, looks(due), Set.of(), inForce, now, event -> Trace.fresh())
                                .replaceWith(new Found.Scored(due.size())));
    }

    private static List<Look> looks(List<ScoreRow> due) {
        return due.stream()
                .map(row -> new Look(row, true, Set.of(ChangeReason.of(row.nextCause))))
                .toList();
    }
}
