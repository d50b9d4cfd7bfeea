package io.leadloop.sla.agreement.rules;

import java.time.Instant;
import java.util.Optional;

/**
 * One side's signature under a draft.
 *
 * @param by who signed
 * @param inForceFrom for which time; empty: as soon as both have signed
 */
public record DraftSignature(Party party, String by, Instant at, Optional<Instant> inForceFrom) {}
