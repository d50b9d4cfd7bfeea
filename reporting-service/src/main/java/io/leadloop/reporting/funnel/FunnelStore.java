package io.leadloop.reporting.funnel;

import io.leadloop.http.Cursor;
import io.leadloop.http.Page;
import io.leadloop.http.PageRequest;
import io.leadloop.reporting.funnel.rules.FunnelLead;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.hibernate.reactive.mutiny.Mutiny;

/** Leads' rows. Loaded and saved by the batch; several channels change one row, so a row is locked before it is read. */
@ApplicationScoped
public class FunnelStore {

    /** A lead that another topic spoke of first gets its row here. Ids in order, so that two batches never wait crosswise. */
    private static final String STUBS = """
            insert into lead_funnel (lead_id)
            select id from unnest(cast(?1 as uuid[])) as id order by id
            on conflict do nothing""";

    private static final String LOCK =
            "select * from lead_funnel where lead_id = any(cast(?1 as uuid[])) order by lead_id for update";

    private static final String NEWEST = """
            from FunnelRow lead where lead.capturedAt is not null
                and (lead.capturedAt < ?1 or lead.capturedAt = ?1 and lead.leadId < ?2)
            order by lead.capturedAt desc, lead.leadId desc""";

    private static final Cursor START =
            new Cursor(Instant.parse("9999-01-01T00:00:00Z"), "ffffffff-ffff-ffff-ffff-ffffffffffff");

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

    /** The leads that were captured last. A lead of which only other topics spoke so far is not shown. */
    public Uni<Page<FunnelLead>> newest(Mutiny.StatelessSession tx, PageRequest page) {
        Cursor after = page.from().orElse(START);
        return tx.createQuery(NEWEST, FunnelRow.class)
                .setParameter(1, after.at())
                .setParameter(2, UUID.fromString(after.id()))
                .setMaxResults(page.limit() + 1)
                .getResultList()
                .map(rows -> Page.of(
                        rows,
                        page.limit(),
                        row -> new Cursor(row.capturedAt, row.leadId.toString()),
                        FunnelRows::lead));
    }

    public Uni<Optional<FunnelLead>> find(Mutiny.StatelessSession tx, UUID leadId) {
        return tx.get(FunnelRow.class, leadId)
                .map(row -> Optional.ofNullable(row).map(FunnelRows::lead));
    }
}
