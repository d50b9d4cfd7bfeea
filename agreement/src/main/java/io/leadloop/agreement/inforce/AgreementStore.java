package io.leadloop.agreement.inforce;

import com.fasterxml.jackson.core.type.TypeReference;
import io.leadloop.events.AgreementEvent.AgreementSigned;
import io.leadloop.events.EventJson;
import io.leadloop.events.Signature;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.hibernate.reactive.mutiny.Mutiny;

/** The table of signed agreements. */
@ApplicationScoped
public class AgreementStore {
    private static final String INSERT = """
            insert into agreement (version, in_force_from, signed_at, sha256, signatures, document)
            values (?1, ?2, ?3, ?4, ?5, ?6) on conflict do nothing""";

    private static final String HEADS =
            "select version, in_force_from, clock_timestamp() from agreement order by version desc";

    private static final String IN_FORCE =
            "select version from agreement where in_force_from <= clock_timestamp() order by version desc limit 1";

    /** @return whether it was new; a version that is known already is left as it is */
    public Uni<Boolean> save(Mutiny.StatelessSession tx, AgreementSigned signed) {
        return tx.createNativeQuery(INSERT)
                .setParameter(1, signed.version())
                .setParameter(2, signed.inForceFrom())
                .setParameter(3, signed.occurredAt())
                .setParameter(4, signed.sha256())
                .setParameter(5, EventJson.write(signed.signatures()))
                .setParameter(6, signed.document())
                .executeUpdate()
                .map(inserted -> inserted > 0);
    }

    /** Every version with its time, newest first, and the database's time. */
    public Uni<List<Head>> heads(Mutiny.StatelessSession tx) {
        return tx.createNativeQuery(HEADS, Object[].class)
                .getResultList()
                .map(rows -> rows.stream()
                        .map(row -> new Head(((Number) row[0]).intValue(), instant(row[1]), instant(row[2])))
                        .toList());
    }

    /** The version that decides at this moment, by the database's clock: the newest whose time has come. */
    public Uni<Optional<Integer>> inForce(Mutiny.StatelessSession tx) {
        return tx.createNativeQuery(IN_FORCE, Integer.class)
                .getResultList()
                .map(found -> found.stream().findFirst());
    }

    public Uni<List<AgreementSigned>> find(Mutiny.StatelessSession tx, List<Integer> versions) {
        return versions.isEmpty()
                ? Uni.createFrom().item(List.of())
                : tx.createQuery("from AgreementRow a where a.version in :versions", AgreementRow.class)
                        .setParameter("versions", versions)
                        .getResultList()
                        .map(AgreementStore::signed);
    }

    /** Newest first, from below {@code before}. */
    public Uni<List<AgreementSigned>> newest(Mutiny.StatelessSession tx, int before, int atMost) {
        return tx.createQuery(
                        "from AgreementRow a where a.version < :before order by a.version desc", AgreementRow.class)
                .setParameter("before", before)
                .setMaxResults(atMost)
                .getResultList()
                .map(AgreementStore::signed);
    }

    /**
     * A version and its time.
     *
     * @param now the database's time when this was read
     */
    public record Head(int version, Instant inForceFrom, Instant now) {
        boolean isInForce() {
            return !inForceFrom.isAfter(now);
        }
    }

    private static Instant instant(Object column) {
        return column instanceof OffsetDateTime time ? time.toInstant() : (Instant) column;
    }

    private static List<AgreementSigned> signed(List<AgreementRow> rows) {
        return rows.stream().map(AgreementStore::signed).toList();
    }

    private static AgreementSigned signed(AgreementRow row) {
        return new AgreementSigned(
                row.version, row.signedAt, row.inForceFrom, row.sha256, signatures(row.signatures), row.document);
    }

    private static List<Signature> signatures(String json) {
        try {
            return EventJson.mapper().readValue(json, new TypeReference<>() {});
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
