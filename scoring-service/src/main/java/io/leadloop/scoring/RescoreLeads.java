package io.leadloop.scoring;

import io.leadloop.agreement.inforce.Agreements;
import io.leadloop.agreement.inforce.InForce;
import io.leadloop.messaging.Database;
import io.leadloop.messaging.Failures;
import io.leadloop.messaging.Stopping;
import io.leadloop.messaging.Trace;
import io.leadloop.scoring.rules.ChangeReason;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jboss.logging.Logger;

/**
 * Scores open leads by the agreement that came into force. One instance at a time works through them in small transactions, and
 * rests between these so long that live leads have the machine and the topic for most of the time. Who is killed in between has
 * lost nothing: scored leads need no second look. A lead that cannot be scored is put off alone.
 */
@ApplicationScoped
class RescoreLeads {
    private static final Logger LOG = Logger.getLogger(RescoreLeads.class);
    private static final int AT_ONCE = 200;
    private static final Duration SHORTEST_REST = Duration.ofMillis(20);

    private final Database database;
    private final Agreements agreements;
    private final RescoringStore store;
    private final ScoreStore scores;
    private final AssessLeads assessLeads;
    private final PutOff putOff;
    private final double share;
    private final BatchSize size = new BatchSize(AT_ONCE);

    /** @param share of the time that it works, above 0 and at most 1 */
    RescoreLeads(
            Database database,
            Agreements agreements,
            RescoringStore store,
            ScoreStore scores,
            AssessLeads assessLeads,
            PutOff putOff,
            @ConfigProperty(name = "leadloop.rescoring.share", defaultValue = "0.25") double share) {
        this.database = database;
        this.agreements = agreements;
        this.store = store;
        this.scores = scores;
        this.assessLeads = assessLeads;
        this.putOff = putOff;
        this.share = share;
    }

    @Scheduled(every = "1s", skipExecutionIf = Stopping.class, concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> rescore() {
        return agreements
                .now()
                .map(this::all)
                .orElseGet(() -> Uni.createFrom().voidItem())
                .onFailure(Failures::isOperational)
                .recoverWithUni(failure -> {
                    LOG.debugf("Leads could not be scored again: %s", failure.getMessage());
                    return Uni.createFrom().voidItem();
                });
    }

    private Uni<Void> all(InForce inForce) {
        return isOver(inForce)
                .chain(over -> over
                        ? Uni.createFrom().voidItem()
                        : Uni.createFrom()
                                .deferred(() -> somePatiently(inForce))
                                .repeat()
                                .whilst(more -> more)
                                .collect()
                                .last()
                                .replaceWithVoid());
    }

    private Uni<Boolean> isOver(InForce inForce) {
        return database.patiently(tx -> store.find(tx, inForce.version())
                .chain(found -> found.isEmpty()
                        ? store.begin(tx, inForce.version()).replaceWith(false)
                        : found.get().finishedAt == null
                                ? Uni.createFrom().item(false)
                                : store.anyOutdated(tx, inForce.version()).map(any -> !any)));
    }

    /** @return whether there is more to do, and this agreement is still the one */
    private Uni<Boolean> somePatiently(InForce inForce) {
        long begun = System.nanoTime();
        return database.patiently(tx -> store.claim(tx, inForce.version())
                        .chain(claimed ->
                                claimed.isEmpty() ? Uni.createFrom().item(false) : some(tx, claimed.get(), inForce)))
                .onFailure(LeadsFailed.class)
                .recoverWithUni(
                        failed -> putOff.narrow((LeadsFailed) failed, size).replaceWith(true))
                .chain(more -> Uni.createFrom()
                        .item(more && isStill(inForce))
                        .onItem()
                        .delayIt()
                        .by(rest(Duration.ofNanos(System.nanoTime() - begun))));
    }

    private Uni<Boolean> some(Mutiny.StatelessSession tx, RescoringRow progress, InForce inForce) {
        return store.claimOutdated(tx, inForce.version(), size.now())
                .chain(rows -> scores.now(tx)
                        .chain(now -> rows.isEmpty()
                                ? finish(tx, progress, inForce, now)
                                : LeadsFailed.named(
                                                rows,
                                                assessLeads.assess(
                                                        tx,
                                                        looks(rows),
                                                        Set.of(),
                                                        inForce,
                                                        now,
                                                        event -> Trace.fresh()))
                                        .invoke(size::succeeded)
                                        .chain(changed -> count(tx, progress, rows.size(), changed))));
    }

    private static List<Look> looks(List<ScoreRow> rows) {
        return rows.stream()
                .map(row -> new Look(row, true, Set.of(ChangeReason.AGREEMENT)))
                .toList();
    }

    private Uni<Boolean> count(Mutiny.StatelessSession tx, RescoringRow progress, int leads, int changed) {
        progress.lookedAt += leads;
        progress.changed += changed;
        progress.finishedAt = null;
        return store.save(tx, progress).replaceWith(true);
    }

    /** What others hold at this moment is looked for in a second. */
    private Uni<Boolean> finish(Mutiny.StatelessSession tx, RescoringRow progress, InForce inForce, Instant now) {
        return store.anyOutdated(tx, inForce.version()).chain(any -> {
            if (any || progress.finishedAt != null) {
                return Uni.createFrom().item(false);
            }
            progress.finishedAt = now;
            return store.save(tx, progress).replaceWith(false);
        });
    }

    private boolean isStill(InForce inForce) {
        return agreements.now().map(InForce::version).equals(Optional.of(inForce.version()));
    }

    private Duration rest(Duration worked) {
        Duration rest = Duration.ofMillis(Math.round(worked.toMillis() * (1 / share - 1)));
        return rest.compareTo(SHORTEST_REST) < 0 ? SHORTEST_REST : rest;
    }
}
