package io.leadloop.events;

import java.time.Instant;

/**
 * A time in which no promise to the lead runs.
 *
 * @param until {@code null} while it lasts
 */
public record Pause(Instant from, Instant until) {}
