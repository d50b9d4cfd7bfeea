package io.leadloop.agreement.inforce;

import com.fasterxml.jackson.core.type.TypeReference;
import io.leadloop.events.AgreementEvent.AgreementSigned;
import io.leadloop.events.EventJson;
import io.leadloop.events.Signature;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.hibernate.reactive.mutiny.Mutiny;

/** The table of signed agreements. */
@ApplicationScoped
public class AgreementStore {
    private static final String INSERT = """
            insert into agreement (version, in_force_from, signed_at, sha256, signatures, document)
            values (?1, ?2, ?3, ?4, ?5, ?6) on conflict do nothing""";

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

    /** Newest first. */
    public Uni<List<AgreementSigned>> all(Mutiny.StatelessSession tx) {
        return tx.createQuery("from AgreementRow a order by a.version desc", AgreementRow.class)
                .getResultList()
                .map(rows -> rows.stream().map(AgreementStore::signed).toList());
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
