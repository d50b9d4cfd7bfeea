package io.leadloop.sla.agreement.rules;

import java.time.Instant;
import java.util.Optional;

/**
 * Somebody wants to sign.
 *
 * @param version that they read
 * @param sha256 of the text that they read
 * @param inForceFrom from when it should decide; empty: as soon as both have signed, or when the other side said
 */
public record SignatureRequest(int version, String sha256, Party party, String by, Optional<Instant> inForceFrom) {}
