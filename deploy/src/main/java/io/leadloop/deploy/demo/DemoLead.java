package io.leadloop.deploy.demo;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * One submission.
 *
 * @param kind what the generator meant it to be
 * @param campaign absent where the channel has none
 * @param activities what the person did, the oldest first
 */
record DemoLead(
        Kind kind,
        Person person,
        Channel channel,
        Optional<String> campaign,
        Optional<String> message,
        List<Activity> activities) {

    enum Kind {
        /** Fits and asks for something. */
        EAGER,
        /** Fits more or less, and looks around. */
        CURIOUS,
        /** Left most fields empty. */
        HALF_EMPTY,
        /** A bot or somebody who wants nothing. */
        JUNK,
        /** Somebody who was here before, by another way. */
        AGAIN
    }

    /** @param before the submission */
    record Activity(String type, Duration before) {}
}
