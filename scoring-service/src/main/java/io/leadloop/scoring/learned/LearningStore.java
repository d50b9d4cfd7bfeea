package io.leadloop.scoring.learned;

import io.leadloop.scoring.learned.rules.Counts;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;

/** The models, which of them is shown, and the work of making the next. Times are the database's. */
@ApplicationScoped
class LearningStore {

    /** There is something to learn from: to be looked at when it has been quiet for a while. */
    Uni<Void> thereIsNews(Mutiny.StatelessSession tx, Duration quiet, Duration atMost) {
        return tx.createNativeQuery("""
                        update learning
                        set news_since = coalesce(news_since, clock_timestamp()),
                            due_at = least(clock_timestamp() + cast(cast(?1 as text) as interval),
                                           coalesce(news_since, clock_timestamp()) + cast(cast(?2 as text) as interval))
                        where id = 1""")
                .setParameter(1, quiet.toString())
                .setParameter(2, atMost.toString())
                .executeUpdate()
                .replaceWithVoid();
    }

    /** Takes the work if it is due and nobody has it; what somebody took and never finished is due again. */
    Uni<Optional<LearningRow>> claim(Mutiny.StatelessSession tx, UUID claim, Duration within) {
        return tx.createNativeQuery("""
                        update learning
                        set claim = ?1, claimed_until = clock_timestamp() + cast(cast(?2 as text) as interval),
                            due_at = null, news_since = null
                        where id = (select id from learning
                                    where held_since is null
                                      and (due_at <= clock_timestamp() and claimed_until is null
                                           or claimed_until < clock_timestamp())
                                    for update skip locked)
                        returning id, present, held_since, held_by, note, won, lost, claim""", LearningRow.class)
                .setParameter(1, claim)
                .setParameter(2, within.toString())
                .getResultList()
                .map(rows -> rows.stream().findFirst());
    }

    /**
     * Gives the work back.
     *
     * @param note why there is no model, or nothing
     * @param learnedFrom what was learned from now; empty leaves what it was
     */
    Uni<Void> finish(Mutiny.StatelessSession tx, UUID claim, Optional<String> note, Optional<Counts> learnedFrom) {
        return tx.createNativeQuery("""
                        update learning
                        set claim = null, claimed_until = null, note = nullif(cast(?2 as text), ''),
                            won = coalesce(cast(nullif(cast(?3 as text), '') as int), won),
                            lost = coalesce(cast(nullif(cast(?4 as text), '') as int), lost)
                        where id = 1 and claim = ?1""")
                .setParameter(1, claim)
                .setParameter(2, note.orElse(""))
                .setParameter(
                        3,
                        learnedFrom.map(counts -> String.valueOf(counts.won())).orElse(""))
                .setParameter(
                        4,
                        learnedFrom.map(counts -> String.valueOf(counts.lost())).orElse(""))
                .executeUpdate()
                .replaceWithVoid();
    }

    Uni<LearningRow> state(Mutiny.StatelessSession tx) {
        return tx.get(LearningRow.class, 1);
    }

    /** The same, and nobody changes it until the end of the transaction. */
    Uni<LearningRow> lock(Mutiny.StatelessSession tx) {
        return tx.createNativeQuery("""
                        select id, present, held_since, held_by, note, won, lost, claim from learning
                        where id = 1 for update""", LearningRow.class).getSingleResult();
    }

    /** While the state is locked. */
    Uni<Integer> nextVersion(Mutiny.StatelessSession tx) {
        return tx.createNativeQuery("select coalesce(max(version), 0) + 1 from learned_model", Integer.class)
                .getSingleResult();
    }

    Uni<Void> add(Mutiny.StatelessSession tx, ModelRow model) {
        return tx.createNativeQuery("""
                        insert into learned_model (version, refusal, won, lost, card, model)
                        values (?1, nullif(cast(?2 as text), ''), ?3, ?4, ?5, ?6)""")
                .setParameter(1, model.version)
                .setParameter(2, model.refusal == null ? "" : model.refusal)
                .setParameter(3, model.won)
                .setParameter(4, model.lost)
                .setParameter(5, model.card)
                .setParameter(6, model.model)
                .executeUpdate()
                .replaceWithVoid();
    }

    Uni<Void> show(Mutiny.StatelessSession tx, int version) {
        return tx.createNativeQuery("update learning set present = ?1 where id = 1")
                .setParameter(1, version)
                .executeUpdate()
                .replaceWithVoid();
    }

    /** Shows an earlier model, and learns nothing until it is let go on. */
    Uni<Void> hold(Mutiny.StatelessSession tx, int version, String by) {
        return tx.createNativeQuery("""
                        update learning set present = ?1, held_since = clock_timestamp(), held_by = ?2 where id = 1""")
                .setParameter(1, version)
                .setParameter(2, by)
                .executeUpdate()
                .replaceWithVoid();
    }

    /** Learns again, at once: whatever came in meanwhile is news. */
    Uni<Void> resume(Mutiny.StatelessSession tx) {
        return tx.createNativeQuery("""
                        update learning
                        set held_since = null, held_by = null, due_at = clock_timestamp(),
                            news_since = coalesce(news_since, clock_timestamp())
                        where id = 1 and held_since is not null""").executeUpdate().replaceWithVoid();
    }

    Uni<Optional<ModelRow>> find(Mutiny.StatelessSession tx, int version) {
        return tx.get(ModelRow.class, version).map(Optional::ofNullable);
    }

    /** Newest first, from below {@code before}. */
    Uni<List<ModelRow>> newest(Mutiny.StatelessSession tx, int before, int atMost) {
        return tx.createQuery("from ModelRow m where m.version < :before order by m.version desc", ModelRow.class)
                .setParameter("before", before)
                .setMaxResults(atMost)
                .getResultList();
    }
}
