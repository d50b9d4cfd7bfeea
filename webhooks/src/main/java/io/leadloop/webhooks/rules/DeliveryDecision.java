package io.leadloop.webhooks.rules;

import java.time.Duration;

/** What follows from an attempt. */
public sealed interface DeliveryDecision {

    record Delivered() implements DeliveryDecision {}

    /** @param in how long from now */
    record Again(Duration in) implements DeliveryDecision {}

    /** That was the last attempt; people may replay it. */
    record GivenUp() implements DeliveryDecision {}

    /** The receiver wants nothing any more. */
    record EndpointGone() implements DeliveryDecision {}
}
