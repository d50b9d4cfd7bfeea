package io.leadloop.events;

import java.time.Instant;
import java.util.List;

/** Everything that a rep needs to know of a lead at hand-off: who it is, where it came from, and why it scores as it does. */
public record Brief(
        String externalId,
        Instant capturedAt,
        boolean historical,
        Profile profile,
        List<Touch> touches,
        Score score,
        Qualification qualification) {
    public Brief {
        touches = touches == null ? List.of() : List.copyOf(touches);
    }
}
