package io.leadloop.webhooks.rules;

import java.time.Duration;
import java.util.Optional;

/** How an attempt ended. */
public sealed interface Attempt {

    /** @param retryAfter what the receiver asked for */
    record Answered(int status, Optional<Duration> retryAfter) implements Attempt {}

    /** @param why without secrets */
    record Unanswered(String why) implements Attempt {}
}
