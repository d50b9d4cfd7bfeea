package io.leadloop.sla.alert;

import io.leadloop.events.Clock;
import io.leadloop.events.ClockState;
import io.leadloop.events.Quota;
import io.leadloop.events.QuotaState;
import java.time.Instant;
import java.util.UUID;

/** A promise to a lead and one of a month, as alerts are about them. */
public final class SampleAlerts {
    public static final Instant AT = Instant.parse("2026-03-16T00:00:02Z");

    private SampleAlerts() {}

    public static Clock clock(String onBreach) {
        return new Clock(
                new UUID(0, 1),
                "acceptance",
                new UUID(0, 2),
                new UUID(0, 3),
                1,
                "ana",
                "sales",
                "morgan",
                ClockState.BREACHED,
                AT.minusSeconds(900),
                AT,
                AT,
                onBreach);
    }

    /** @param value {@code null} with the part {@code all} */
    public static Quota quota(String part, String value) {
        return new Quota(
                value == null ? "2026-03" : "2026-03/" + part + "/" + value,
                "2026-03",
                Instant.parse("2026-03-01T00:00:00Z"),
                Instant.parse("2026-04-01T00:00:00Z"),
                part,
                value,
                QuotaState.WARNED,
                100,
                12,
                48.4,
                24.8,
                17,
                34,
                15,
                31);
    }
}
