package io.leadloop.sla.clock;

import io.leadloop.sla.clock.FireDueClocks.Found;
import java.time.Duration;

/**
 * When a tracker looks again. Of several trackers that look at the same moment one fires; the others then leave to it what has been due
 * for less than {@link #HANDICAP}, so that they do not prepare in vain what it fires anyway, and take over if it stops.
 */
final class LookAgain {
    static final Duration LATEST = Duration.ofSeconds(1);
    static final Duration HANDICAP = Duration.ofMillis(250);
    /** What comes due within this time is fired together. */
    static final Duration EARLIEST = Duration.ofMillis(10);

    static final Duration WHILE_IN_OTHER_HANDS = Duration.ofMillis(50);

    private LookAgain() {}

    static Duration after(Found found) {
        return switch (found) {
            case Found.More more -> Duration.ZERO;
            case Found.Fired fired -> EARLIEST;
            case Found.InOtherHands others -> WHILE_IN_OTHER_HANDS;
            case Found.NothingOpen nothing -> LATEST;
            case Found.NothingBefore nothing -> between(nothing.pause().plusMillis(1));
        };
    }

    static Duration handicapAfter(Found found, Duration before) {
        return switch (found) {
            case Found.More more -> Duration.ZERO;
            case Found.Fired fired -> Duration.ZERO;
            case Found.InOtherHands others -> HANDICAP;
            case Found.NothingOpen nothing -> before;
            case Found.NothingBefore nothing -> before;
        };
    }

    private static Duration between(Duration pause) {
        if (pause.compareTo(EARLIEST) < 0) {
            return EARLIEST;
        }
        return pause.compareTo(LATEST) > 0 ? LATEST : pause;
    }
}
