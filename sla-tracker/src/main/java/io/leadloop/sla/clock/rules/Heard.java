package io.leadloop.sla.clock.rules;

import io.leadloop.events.Pause;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What a clock has heard of its hand-off before.
 *
 * @param startedAt of a clock that runs in turns, this turn's
 * @param stepSetAt the next step by which this turn was started
 */
public record Heard(
        List<Tried> attempts, List<Pause> pauses, Optional<Instant> startedAt, Optional<Instant> stepSetAt) {
    public static final Heard NOTHING = new Heard(List.of(), List.of(), Optional.empty(), Optional.empty());

    public Heard {
        attempts = List.copyOf(attempts);
        pauses = List.copyOf(pauses);
    }
}
