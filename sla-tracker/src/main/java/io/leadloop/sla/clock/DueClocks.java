package io.leadloop.sla.clock;

import io.leadloop.events.SlaEvent;
import io.leadloop.sla.alert.NewAlert;
import io.leadloop.sla.clock.rules.ClockSignal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Clocks that were due when they were read, oldest first, and what their time makes of them. They were read without a lock, so each
 * remembers which version of its row and of its lead's that was: only if both are still the same does anything of this come true.
 */
class DueClocks {
    private final List<Due> due;
    private final List<Change> changes = new ArrayList<>();
    private final ClockChanges told;

    /**
     * @param seen the version of the clock's row
     * @param leadSeen the version of the lead's row
     */
    record Due(ClockRow row, long seen, long slaVersion, long leadSeen) {}

    /** What becomes of a clock, if it is still what it was. */
    record Change(
            UUID clockId,
            long seen,
            long leadSeen,
            long slaVersion,
            String state,
            Double warnedShare,
            Instant endedAt,
            Instant nextAt,
            int rungs) {}

    /** @param now the database's time when they were read */
    DueClocks(List<Due> due, Instant now) {
        this.due = due;
        this.told = new ClockChanges(now);
        Map<UUID, LeadRow> leads = new HashMap<>();
        due.forEach(clock -> timePasses(clock, leads));
    }

    private void timePasses(Due clock, Map<UUID, LeadRow> leads) {
        ClockRow row = clock.row();
        LeadRow lead = leads.computeIfAbsent(row.leadId, id -> lead(id, clock.slaVersion()));
        told.hear(row, lead, new ClockSignal.TimePassed());
        Instant nextAt = row.status().nextAt().orElse(null);
        changes.add(new Change(
                row.clockId,
                clock.seen(),
                clock.leadSeen(),
                lead.slaVersion,
                row.state,
                row.warnedShare,
                row.endedAt,
                nextAt,
                row.rungs));
    }

    private static LeadRow lead(UUID id, long slaVersion) {
        LeadRow lead = new LeadRow();
        lead.leadId = id;
        lead.slaVersion = slaVersion;
        return lead;
    }

    int size() {
        return due.size();
    }

    List<Change> changes() {
        return List.copyOf(changes);
    }

    List<SlaEvent> events() {
        return told.events();
    }

    List<NewAlert> alerts() {
        return told.alerts();
    }
}
