package io.leadloop.agreement.inforce;

import io.leadloop.agreement.Agreement;
import java.time.Instant;

/** An agreement that both sides signed, with the version that events name. */
public record InForce(int version, Instant from, Agreement agreement) {}
