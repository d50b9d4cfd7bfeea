package io.leadloop.events;

import java.time.Instant;

/**
 * One signature under an agreement.
 *
 * @param party {@code marketing}, {@code sales}, or {@code installation} for the agreement that a fresh installation ships
 * @param by who signed
 */
public record Signature(String party, String by, Instant at) {}
