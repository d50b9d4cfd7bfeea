package io.leadloop.sla.clock;

import io.leadloop.events.EventJson;
import io.leadloop.sla.clock.DueClocks.Due;
import io.leadloop.sla.clock.rules.Promise.Warning;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

/**
 * Due clocks that do not exist. Firing them when a tracker starts changes nothing, but loads and compiles what the first real ones,
 * perhaps many and overdue already, would have to wait for.
 */
final class Rehearsal {
    private static final Instant LONG_AGO = Instant.EPOCH;
    private static final long NEVER_SEEN = -1;

    private Rehearsal() {}

    static DueStore.Found of(int clocks) {
        return new DueStore.Found(
                LONG_AGO,
                IntStream.range(0, clocks)
                        .mapToObj(number -> due(new UUID(0, number)))
                        .toList());
    }

    private static Due due(UUID nobody) {
        ClockRow row = new ClockRow();
        row.clockId = nobody;
        row.clock = "rehearsal";
        row.leadId = nobody;
        row.state = "running";
        row.startedAt = LONG_AGO;
        row.dueAt = LONG_AGO;
        row.warnings = EventJson.write(List.of(new Warning(0.5, LONG_AGO)));
        return new Due(row, NEVER_SEEN, 0, NEVER_SEEN);
    }
}
