package io.leadloop.agreement.workingtime;

import java.time.Duration;
import java.time.Instant;

/** Working time without a break, from {@code from} to just before {@code to}. */
public record WorkingInterval(Instant from, Instant to) {

    public Duration length() {
        return Duration.between(from, to);
    }
}
