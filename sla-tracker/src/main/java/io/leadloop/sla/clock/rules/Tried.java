package io.leadloop.sla.clock.rules;

import java.time.Instant;

/** An attempt to reach the lead that a clock has heard of. */
public record Tried(Instant at, String result) {}
