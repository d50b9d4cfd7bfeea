package io.leadloop.sla.clock;

import io.leadloop.messaging.Outbox;
import io.leadloop.messaging.Times;
import io.leadloop.messaging.TraceSource;
import io.leadloop.sla.alert.AlertStore;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;

/** Loads and saves clocks by the batch. Lock order: leads by id, then their clocks. */
@ApplicationScoped
class ClockStore {
    private static final String STUBS = """
            insert into lead (lead_id) select id from unnest(cast(?1 as uuid[])) id order by id on conflict do nothing""";

    private static final String LOCK_LEADS =
            "select * from lead where lead_id = any(cast(?1 as uuid[])) order by lead_id for update";

    private static final String OF_SUBJECTS =
            "select * from clock where subject_id = any(cast(?1 as uuid[])) order by subject_id, clock, turn";

    /** Started under an earlier agreement than the one in force. */
    private static final String CLAIM_OUTDATED = """
            select c.* from clock c join lead l on l.lead_id = c.lead_id
            where c.agreement_version < ?1 and c.state in ('running', 'warned', 'paused')
            order by c.agreement_version limit ?2
            for update of c, l skip locked""";

    private static final String LEADS = "select * from lead where lead_id = any(cast(?1 as uuid[]))";

    private final Outbox outbox;
    private final AlertStore alerts;

    ClockStore(Outbox outbox, AlertStore alerts) {
        this.outbox = outbox;
        this.alerts = alerts;
    }

    Uni<Instant> now(Mutiny.StatelessSession tx) {
        return Times.now(tx);
    }

    /** Locks the leads; those that were not known get a row. */
    Uni<List<LeadRow>> lock(Mutiny.StatelessSession tx, Collection<UUID> leadIds) {
        UUID[] ids = leadIds.toArray(UUID[]::new);
        return tx.createNativeQuery(STUBS)
                .setParameter(1, ids)
                .executeUpdate()
                .chain(() -> tx.createNativeQuery(LOCK_LEADS, LeadRow.class)
                        .setParameter(1, ids)
                        .getResultList());
    }

    /** All clocks of these hand-offs, and of these leads before they had one; turns in their order. */
    Uni<List<ClockRow>> of(Mutiny.StatelessSession tx, Collection<UUID> subjectIds) {
        return tx.createNativeQuery(OF_SUBJECTS, ClockRow.class)
                .setParameter(1, subjectIds.toArray(UUID[]::new))
                .getResultList();
    }

    Uni<List<ClockRow>> claimOutdated(Mutiny.StatelessSession tx, int agreementVersion, int atMost) {
        return tx.createNativeQuery(CLAIM_OUTDATED, ClockRow.class)
                .setParameter(1, agreementVersion)
                .setParameter(2, atMost)
                .getResultList();
    }

    /** Leads that {@link #claimOutdated} has locked already. */
    Uni<List<LeadRow>> leads(Mutiny.StatelessSession tx, Collection<UUID> leadIds) {
        return tx.createNativeQuery(LEADS, LeadRow.class)
                .setParameter(1, leadIds.toArray(UUID[]::new))
                .getResultList();
    }

    Uni<Void> save(Mutiny.StatelessSession tx, ClockChanges changes, TraceSource cause) {
        Object[] started = changes.started();
        Object[] changed = changes.changed();
        Object[] leads = changes.leads();
        return (started.length == 0 ? Uni.createFrom().voidItem() : tx.insertAll(started.length, started))
                .chain(() -> changed.length == 0 ? Uni.createFrom().voidItem() : tx.updateAll(changed.length, changed))
                .chain(() -> leads.length == 0 ? Uni.createFrom().voidItem() : tx.updateAll(leads.length, leads))
                .chain(() -> alerts.raise(tx, changes.alerts()))
                .chain(() -> outbox.append(tx, changes.events(), cause));
    }
}
