package io.leadloop.messaging;

import com.github.f4b6a3.uuid.UuidCreator;
import java.util.UUID;

/** New identities: UUIDv7, so that rows and events sort by the time of their making. */
public final class Ids {
    private Ids() {}

    public static UUID next() {
        return UuidCreator.getTimeOrderedEpoch();
    }
}
