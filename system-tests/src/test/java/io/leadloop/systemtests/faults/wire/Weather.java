package io.leadloop.systemtests.faults.wire;

import java.time.Duration;
import java.util.Set;

/**
 * What a wire does to what it carries.
 *
 * @param swallows bytes of these directions are lost, and with them the connection: it stays open and silent for ever, as
 *     after a firewall has forgotten it
 * @param holds bytes of these directions are kept until the weather changes
 * @param refuses new connections are reset
 * @param delay how much later everything arrives
 */
record Weather(Set<Direction> swallows, Set<Direction> holds, boolean refuses, Duration delay) {
    static final Weather CLEAR = new Weather(Set.of(), Set.of(), false, Duration.ZERO);

    static Weather swallowing(Set<Direction> directions) {
        return new Weather(directions, Set.of(), false, Duration.ZERO);
    }

    static Weather holding(Set<Direction> directions) {
        return new Weather(Set.of(), directions, false, Duration.ZERO);
    }

    static Weather refusing() {
        return new Weather(Set.of(), Set.of(), true, Duration.ZERO);
    }

    static Weather delaying(Duration delay) {
        return new Weather(Set.of(), Set.of(), false, delay);
    }
}
