package io.leadloop.reporting.funnel;

import io.leadloop.reporting.funnel.rules.FunnelLead;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.hibernate.reactive.mutiny.Mutiny;

/** Loads and saves leads' rows by the batch. Several channels change one row, so a row is locked before it is read. */
@ApplicationScoped
class FunnelStore {

    /** A lead that another topic spoke of first gets its row here. Ids in order, so that two batches never wait crosswise. */
    private static final String STUBS = """
            insert into lead_funnel (lead_id)
            select id from unnest(cast(?1 as uuid[])) as id order by id
            on conflict do nothing""";

    private static final String LOCK =
            "select * from lead_funnel where lead_id = any(cast(?1 as uuid[])) order by lead_id for update";

    Uni<Map<UUID, FunnelLead>> lock(Mutiny.StatelessSession tx, SortedSet<UUID> leadIds) {
        if (leadIds.isEmpty()) {
            return Uni.createFrom().item(Map.of());
        }
        UUID[] ids = leadIds.toArray(UUID[]::new);
        return tx.createNativeQuery(STUBS)
                .setParameter(1, ids)
                .executeUpdate()
                .chain(() -> tx.createNativeQuery(LOCK, FunnelRow.class)
                        .setParameter(1, ids)
                        .getResultList())
                .map(FunnelStore::byId);
    }

    private static Map<UUID, FunnelLead> byId(List<FunnelRow> rows) {
        return rows.stream().map(FunnelRows::lead).collect(Collectors.toMap(FunnelLead::leadId, Function.identity()));
    }

    Uni<Void> save(Mutiny.StatelessSession tx, Collection<FunnelLead> leads) {
        if (leads.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        Object[] rows = leads.stream().map(FunnelRows::row).toArray();
        return tx.updateAll(rows.length, rows);
    }
}
