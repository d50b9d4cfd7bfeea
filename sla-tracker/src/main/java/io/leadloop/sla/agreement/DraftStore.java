package io.leadloop.sla.agreement;

import io.leadloop.messaging.Times;
import io.leadloop.sla.agreement.rules.DraftSignature;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.hibernate.reactive.mutiny.Mutiny;

/** The draft and its signatures. Whoever changes them, or makes an agreement of them, holds the lock first. */
@ApplicationScoped
class DraftStore {
    /** One lock for draft, signatures and the next version's number, whichever tracker is asked. */
    private static final String LOCK = """
            select 1 from (select pg_advisory_xact_lock(hashtext('agreement draft'))) as locked""";

    private static final String WRITE = """
            insert into agreement_draft (version, sha256, document, written_by, written_at)
            values ((select coalesce(max(version), 0) + 1 from agreement), ?1, ?2, ?3, clock_timestamp())
            on conflict (the_only) do update set version = excluded.version, sha256 = excluded.sha256,
                document = excluded.document, written_by = excluded.written_by, written_at = excluded.written_at""";

    private static final String SIGN = """
            insert into agreement_draft_signature (party, signed_by, signed_at, in_force_from)
            values (?1, ?2, ?3, cast(cast(?4 as text) as timestamptz))
            on conflict (party) do update set signed_by = excluded.signed_by, signed_at = excluded.signed_at,
                in_force_from = excluded.in_force_from""";

    /** Until the end of the transaction. */
    Uni<Void> lock(Mutiny.StatelessSession tx) {
        return tx.createNativeQuery(LOCK, Integer.class).getSingleResult().replaceWithVoid();
    }

    Uni<Optional<Draft>> find(Mutiny.StatelessSession tx) {
        return tx.createQuery("from DraftRow", DraftRow.class)
                .getResultList()
                .chain(drafts -> tx.createQuery("from DraftSignatureRow s order by s.party", DraftSignatureRow.class)
                        .getResultList()
                        .map(signatures -> drafts.stream().findFirst().map(row -> draft(row, signatures))));
    }

    /** Another text needs new signatures. */
    Uni<Void> write(Mutiny.StatelessSession tx, String sha256, String text, String by) {
        return unsign(tx)
                .chain(() -> tx.createNativeQuery(WRITE)
                        .setParameter(1, sha256)
                        .setParameter(2, text)
                        .setParameter(3, by)
                        .executeUpdate())
                .replaceWithVoid();
    }

    Uni<Void> sign(Mutiny.StatelessSession tx, DraftSignature signature) {
        return tx.createNativeQuery(SIGN)
                .setParameter(1, signature.party().word())
                .setParameter(2, signature.by())
                .setParameter(3, signature.at())
                .setParameter(4, signature.inForceFrom().map(Instant::toString).orElse(null))
                .executeUpdate()
                .replaceWithVoid();
    }

    Uni<Void> remove(Mutiny.StatelessSession tx) {
        return unsign(tx)
                .chain(() -> tx.createNativeQuery("delete from agreement_draft").executeUpdate())
                .replaceWithVoid();
    }

    Uni<Instant> now(Mutiny.StatelessSession tx) {
        return Times.now(tx);
    }

    private static Uni<Integer> unsign(Mutiny.StatelessSession tx) {
        return tx.createNativeQuery("delete from agreement_draft_signature").executeUpdate();
    }

    private static Draft draft(DraftRow row, List<DraftSignatureRow> signatures) {
        return new Draft(
                row.version,
                row.sha256,
                row.document,
                row.writtenBy,
                row.writtenAt,
                signatures.stream().map(DraftSignatureRow::signature).toList());
    }
}
