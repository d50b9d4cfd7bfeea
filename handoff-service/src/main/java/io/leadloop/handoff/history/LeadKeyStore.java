package io.leadloop.handoff.history;

import io.leadloop.handoff.history.rules.LeadKey;
import io.leadloop.handoff.history.rules.LeadKey.ByEmail;
import io.leadloop.handoff.history.rules.LeadKey.ByExternalId;
import io.leadloop.handoff.history.rules.LeadKey.ByLeadId;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.hibernate.reactive.mutiny.Mutiny;

/** Finds the leads that a file names. A stub is not found: what intake knows of it has not arrived. The oldest of several wins. */
@ApplicationScoped
class LeadKeyStore {
    private static final String BY_ID = """
            select cast(lead_id as text), lead_id from lead
            where lead_id = any(cast(cast(?1 as text[]) as uuid[])) and leads_version > 0""";
    private static final String BY_EXTERNAL_ID = """
            select external_id, lead_id from lead
            where external_id = any(cast(?1 as text[])) and leads_version > 0 order by captured_at desc, lead_id desc""";
    private static final String BY_EMAIL = """
            select email, lead_id from lead
            where email = any(cast(?1 as text[])) and leads_version > 0 order by captured_at desc, lead_id desc""";

    Uni<Map<LeadKey, UUID>> find(Mutiny.StatelessSession tx, Collection<LeadKey> keys) {
        Map<LeadKey, UUID> found = new HashMap<>();
        List<String> ids = texts(keys, ByLeadId.class, key -> key.leadId().toString());
        List<String> externalIds = texts(keys, ByExternalId.class, ByExternalId::externalId);
        List<String> emails = texts(keys, ByEmail.class, ByEmail::email);
        return look(tx, BY_ID, ids, id -> new ByLeadId(UUID.fromString(id)), found)
                .chain(() -> look(tx, BY_EXTERNAL_ID, externalIds, ByExternalId::new, found))
                .chain(() -> look(tx, BY_EMAIL, emails, ByEmail::new, found))
                .replaceWith(found);
    }

    private static Uni<Void> look(
            Mutiny.StatelessSession tx,
            String sql,
            List<String> wanted,
            Function<String, LeadKey> key,
            Map<LeadKey, UUID> found) {
        return wanted.isEmpty()
                ? Uni.createFrom().voidItem()
                : tx.createNativeQuery(sql, Tuple.class)
                        .setParameter(1, wanted.toArray(String[]::new))
                        .getResultList()
                        .invoke(rows -> rows.forEach(
                                row -> found.put(key.apply(row.get(0, String.class)), row.get(1, UUID.class))))
                        .replaceWithVoid();
    }

    private static <K extends LeadKey> List<String> texts(
            Collection<LeadKey> keys, Class<K> kind, Function<K, String> text) {
        return keys.stream()
                .filter(kind::isInstance)
                .map(kind::cast)
                .map(text)
                .distinct()
                .toList();
    }
}
