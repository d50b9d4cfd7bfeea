package io.leadloop.sla.alert.alertmanager;

import io.leadloop.events.Quota;
import java.time.Instant;
import java.util.UUID;

/**
 * A promise in danger or broken as Alertmanager is told of it: at most one of each kind a promise.
 *
 * @param kind of the alert that says so
 * @param over whether it is told for the last time
 */
record Firing(
        Promise promise,
        String kind,
        String repId,
        String teamId,
        String managerId,
        Instant at,
        Instant dueAt,
        boolean over) {

    sealed interface Promise {

        record ToLead(UUID clockId, String clock, UUID leadId) implements Promise {}

        /** @param quota where it stood when the alert was raised */
        record OfMonth(Quota quota) implements Promise {}
    }

    /** What makes it the same one. */
    record Key(UUID clockId, String quotaId, String kind) {}

    Key key() {
        return switch (promise) {
            case Promise.ToLead clock -> new Key(clock.clockId(), null, kind);
            case Promise.OfMonth month -> new Key(null, month.quota().quotaId(), kind);
        };
    }

    Firing isOver() {
        return new Firing(promise, kind, repId, teamId, managerId, at, dueAt, true);
    }
}
