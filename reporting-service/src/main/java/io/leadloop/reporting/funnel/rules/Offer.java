package io.leadloop.reporting.funnel.rules;

import io.leadloop.events.HandoffState;
import java.time.Instant;

/** Where the lead's latest hand-off stands. Earlier rounds are in the timeline. */
public record Offer(HandoffState state, String repId, Instant offeredAt, int attempts) {}
