package io.leadloop.handoff.directory;

import io.leadloop.events.EventJson;
import io.leadloop.events.LeadEvent;
import io.leadloop.events.LeadEvent.LeadState;
import io.leadloop.events.Touch;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.hibernate.reactive.mutiny.Mutiny;

/** The table of leads. Locks in the order of the ids, so that two transactions never wait for each other. */
@ApplicationScoped
public class LeadDirectory {
    private static final String LEARN = """
            insert into lead (lead_id, external_id, email, captured_at, source, medium, campaign, landing_page, stages,
                              leads_version)
            select lead_id, external_id, email, cast(captured_at as timestamptz), source, medium, campaign, landing_page,
                   stages, leads_version
            from unnest(cast(?1 as uuid[]), cast(?2 as text[]), cast(?3 as text[]), cast(?4 as text[]), cast(?5 as text[]),
                        cast(?6 as text[]), cast(?7 as text[]), cast(?8 as text[]), cast(?9 as text[]), cast(?10 as bigint[]))
                 as told (lead_id, external_id, email, captured_at, source, medium, campaign, landing_page, stages,
                          leads_version)
            order by lead_id
            on conflict (lead_id) do update set
                external_id = excluded.external_id, email = excluded.email, captured_at = excluded.captured_at,
                source = excluded.source, medium = excluded.medium, campaign = excluded.campaign,
                landing_page = excluded.landing_page, stages = excluded.stages, leads_version = excluded.leads_version
            where lead.leads_version < excluded.leads_version""";

    private static final String STUBS = """
            insert into lead (lead_id) select id from unnest(cast(?1 as uuid[])) as stub (id) order by id
            on conflict do nothing""";

    private static final String LOCK =
            "select * from lead where lead_id = any(cast(?1 as uuid[])) order by lead_id for update";

    private static final String LOCK_OF =
            "select lead.* from lead join handoff using (lead_id) where handoff_id = ?1 for update of lead";

    private static final String QUALIFIED =
            "select lead_id from lead where lead_id = any(cast(?1 as uuid[])) and qualified_at is not null";

    /** @param events one per lead */
    Uni<Void> learn(Mutiny.StatelessSession tx, Collection<LeadEvent> events) {
        List<LeadEvent> all = List.copyOf(events);
        return tx.createNativeQuery(LEARN)
                .setParameter(1, all.stream().map(LeadEvent::leadId).toArray(UUID[]::new))
                .setParameter(2, texts(all, LeadState::externalId))
                .setParameter(3, texts(all, lead -> lead.profile().email()))
                .setParameter(4, texts(all, lead -> text(lead.capturedAt())))
                .setParameter(5, texts(all, lead -> firstTouch(lead).source()))
                .setParameter(6, texts(all, lead -> firstTouch(lead).medium()))
                .setParameter(7, texts(all, lead -> firstTouch(lead).campaign()))
                .setParameter(8, texts(all, lead -> firstTouch(lead).landingPage()))
                .setParameter(9, texts(all, lead -> EventJson.write(lead.stages())))
                .setParameter(10, all.stream().map(LeadEvent::leadVersion).toArray(Long[]::new))
                .executeUpdate()
                .replaceWithVoid();
    }

    /** Locks these leads; one that is not known yet gets a stub. */
    public Uni<Map<UUID, LockedLead>> lock(Mutiny.StatelessSession tx, Collection<UUID> leadIds) {
        UUID[] ids = leadIds.stream().distinct().toArray(UUID[]::new);
        return tx.createNativeQuery(STUBS)
                .setParameter(1, ids)
                .executeUpdate()
                .chain(() -> tx.createNativeQuery(LOCK, LeadRow.class)
                        .setParameter(1, ids)
                        .getResultList())
                .map(LeadDirectory::locked);
    }

    /** Locks the lead of this hand-off; empty when there is no such hand-off. */
    public Uni<Optional<LockedLead>> lockOf(Mutiny.StatelessSession tx, UUID handoffId) {
        return tx.createNativeQuery(LOCK_OF, LeadRow.class)
                .setParameter(1, handoffId)
                .getSingleResultOrNull()
                .map(row -> Optional.ofNullable(row).map(LockedLead::new));
    }

    /** Those of these leads that have ever qualified. */
    public Uni<List<UUID>> qualified(Mutiny.StatelessSession tx, Collection<UUID> leadIds) {
        return tx.createNativeQuery(QUALIFIED, UUID.class)
                .setParameter(1, leadIds.toArray(UUID[]::new))
                .getResultList();
    }

    public Uni<Void> save(Mutiny.StatelessSession tx, Collection<LockedLead> leads) {
        Object[] rows = leads.stream().map(LockedLead::row).toArray();
        return rows.length == 0 ? Uni.createFrom().voidItem() : tx.updateAll(rows);
    }

    private static Map<UUID, LockedLead> locked(List<LeadRow> rows) {
        Map<UUID, LockedLead> leads = new LinkedHashMap<>();
        rows.forEach(row -> leads.put(row.leadId, new LockedLead(row)));
        return leads;
    }

    private static String[] texts(List<LeadEvent> events, Function<LeadState, String> field) {
        return events.stream().map(event -> field.apply(event.lead())).toArray(String[]::new);
    }

    private static String text(Instant time) {
        return time == null ? null : time.toString();
    }

    private static Touch firstTouch(LeadState lead) {
        return lead.touches().isEmpty()
                ? new Touch(null, null, null, null, null, null, null, null, null)
                : lead.touches().getFirst();
    }
}
