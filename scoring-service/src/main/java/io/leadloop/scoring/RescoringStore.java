package io.leadloop.scoring;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * The table of re-scorings, and the open leads that have another agreement's score. Who has been scored drops out of the range that
 * is read, so progress is as durable as the scores.
 */
@ApplicationScoped
class RescoringStore {
    private static final String BEGIN = """
            insert into rescoring (agreement_version, started_at, leads)
            select cast(?1 as int), clock_timestamp(), (select count(*) from lead_score
                where closed_at is null and score is not null and retry_at is null and agreement_version < cast(?1 as int))
            on conflict do nothing""";

    private static final String CLAIM = "select * from rescoring where agreement_version = ?1 for update skip locked";

    private static final String ANY_OUTDATED = """
            select exists (select 1 from lead_score
                where closed_at is null and score is not null and retry_at is null and agreement_version < ?1)""";

    /**
     * What is in live hands is left to them: they score it by the new agreement. So is what is put off to {@link ScoreDueLeads}, which
     * tries it again.
     */
    private static final String CLAIM_OUTDATED = """
            select * from lead_score
            where closed_at is null and score is not null and retry_at is null and agreement_version < ?1
            order by agreement_version, lead_id limit ?2
            for update skip locked""";

    /** Of this version; empty if it has none. */
    Uni<Optional<RescoringRow>> find(Mutiny.StatelessSession tx, int agreementVersion) {
        return tx.get(RescoringRow.class, agreementVersion).map(Optional::ofNullable);
    }

    Uni<Void> begin(Mutiny.StatelessSession tx, int agreementVersion) {
        return tx.createNativeQuery(BEGIN)
                .setParameter(1, agreementVersion)
                .executeUpdate()
                .replaceWithVoid();
    }

    /** Empty while another instance is at it. */
    Uni<Optional<RescoringRow>> claim(Mutiny.StatelessSession tx, int agreementVersion) {
        return tx.createNativeQuery(CLAIM, RescoringRow.class)
                .setParameter(1, agreementVersion)
                .getResultList()
                .map(rows -> rows.stream().findFirst());
    }

    Uni<Boolean> anyOutdated(Mutiny.StatelessSession tx, int agreementVersion) {
        return tx.createNativeQuery(ANY_OUTDATED, Boolean.class)
                .setParameter(1, agreementVersion)
                .getSingleResult();
    }

    Uni<List<ScoreRow>> claimOutdated(Mutiny.StatelessSession tx, int agreementVersion, int atMost) {
        return tx.createNativeQuery(CLAIM_OUTDATED, ScoreRow.class)
                .setParameter(1, agreementVersion)
                .setParameter(2, atMost)
                .getResultList();
    }

    Uni<Void> save(Mutiny.StatelessSession tx, RescoringRow row) {
        return tx.update(row);
    }

    /** Newest first, from below {@code before}. */
    Uni<List<RescoringRow>> newest(Mutiny.StatelessSession tx, int before, int atMost) {
        return tx.createNativeQuery(
                        "select * from rescoring where agreement_version < ?1 order by agreement_version desc limit ?2",
                        RescoringRow.class)
                .setParameter(1, before)
                .setParameter(2, atMost)
                .getResultList();
    }
}
