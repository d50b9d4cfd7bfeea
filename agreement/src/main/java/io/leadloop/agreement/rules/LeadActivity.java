package io.leadloop.agreement.rules;

import java.time.Instant;
import java.util.UUID;

/** Something the lead did, as far as points depend on it. */
public record LeadActivity(UUID activityId, String type, Instant occurredAt) {}
