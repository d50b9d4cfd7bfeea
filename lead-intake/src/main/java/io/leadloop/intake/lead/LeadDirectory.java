package io.leadloop.intake.lead;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;

/** What other features of intake may know of leads: who they are, and how far their activities are numbered. */
@ApplicationScoped
public class LeadDirectory {
    private static final String LOCK = """
            select lead_id, email, external_id, activity_version from lead
            where lead_id = any(cast(?1 as uuid[])) or email = any(cast(?2 as text[]))
              or external_id = any(cast(?3 as text[]))
            order by lead_id for update""";

    private static final String SAVE = """
            update lead l set activity_version = v.version
            from unnest(cast(?1 as uuid[]), cast(?2 as bigint[])) v (lead_id, version) where l.lead_id = v.lead_id""";

    /** E-mail and external id may be {@code null}. */
    public record KnownIdentity(UUID leadId, String email, String externalId, long activityVersion) {}

    /** The leads with one of these identities, locked until the transaction ends. */
    public Uni<List<KnownIdentity>> lock(
            Mutiny.StatelessSession tx,
            Collection<UUID> leadIds,
            Collection<String> emails,
            Collection<String> externalIds) {
        return tx.createNativeQuery(LOCK, Object[].class)
                .setParameter(1, leadIds.toArray(UUID[]::new))
                .setParameter(2, emails.toArray(String[]::new))
                .setParameter(3, externalIds.toArray(String[]::new))
                .getResultList()
                .map(rows -> rows.stream()
                        .map(row -> new KnownIdentity(
                                (UUID) row[0], (String) row[1], (String) row[2], ((Number) row[3]).longValue()))
                        .toList());
    }

    /** To count on from. */
    public static Map<UUID, Long> activityVersions(List<KnownIdentity> known) {
        Map<UUID, Long> versions = new HashMap<>();
        known.forEach(identity -> versions.put(identity.leadId(), identity.activityVersion()));
        return versions;
    }

    public Uni<Void> saveActivityVersions(Mutiny.StatelessSession tx, Map<UUID, Long> versions) {
        if (versions.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        Map<UUID, Long> ordered = new TreeMap<>(versions);
        return tx.createNativeQuery(SAVE)
                .setParameter(1, ordered.keySet().toArray(UUID[]::new))
                .setParameter(2, ordered.values().toArray(Long[]::new))
                .executeUpdate()
                .replaceWithVoid();
    }
}
