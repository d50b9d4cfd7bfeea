package io.leadloop.scoring.whatif.rules;

import io.leadloop.agreement.rules.ScoredLead;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * @param capturedAt before which it could not qualify
 * @param outcome {@code won} or {@code lost}, empty while it is open
 */
public record StoredLead(UUID leadId, ScoredLead lead, Instant capturedAt, Optional<String> outcome) {}
