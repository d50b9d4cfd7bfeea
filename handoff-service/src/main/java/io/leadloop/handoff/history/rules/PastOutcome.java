package io.leadloop.handoff.history.rules;

import io.leadloop.handoff.offer.rules.Outcome;
import java.time.Instant;
import java.util.Optional;

/** What became of a lead, as a file tells it. */
public record PastOutcome(
        LeadKey lead, Outcome outcome, Instant occurredAt, Optional<String> repId, Optional<String> persona) {}
