package io.leadloop.sla.clock;

import io.leadloop.events.EventJson;
import io.leadloop.sla.clock.DueClocks.Due;
import io.leadloop.sla.clock.rules.Promise.Warning;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A due clock that does not exist. Firing it when a tracker starts changes nothing, but loads what the first real one, perhaps overdue
 * already, would have to wait for.
 */
final class Rehearsal {
    private static final UUID NOBODY = new UUID(0, 0);
    private static final Instant LONG_AGO = Instant.EPOCH;
    private static final long NEVER_SEEN = -1;

    private Rehearsal() {}

    static DueStore.Found ofOneClock() {
        ClockRow row = new ClockRow();
        row.clockId = NOBODY;
        row.clock = "rehearsal";
        row.leadId = NOBODY;
        row.state = "running";
        row.startedAt = LONG_AGO;
        row.dueAt = LONG_AGO;
        row.warnings = EventJson.write(List.of(new Warning(0.5, LONG_AGO)));
        return new DueStore.Found(LONG_AGO, List.of(new Due(row, NEVER_SEEN, 0, NEVER_SEEN)));
    }
}
