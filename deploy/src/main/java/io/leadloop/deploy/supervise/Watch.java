package io.leadloop.deploy.supervise;

import io.leadloop.deploy.Seen;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Decides for one part or connector when it is started again.
 *
 * <ul>
 *   <li>One that is gone: after a second; each time longer when it repeats, up to half a minute.
 *   <li>One that complains: when it has done so for as long as the patience, without a good answer between. Until its first
 *       good answer it is starting and has the patience for starts.
 *   <li>Only time in which somebody looked counts: neither a sleeping machine nor a stopped supervisor uses patience up.
 *   <li>After two quiet minutes nothing is held against it.
 * </ul>
 */
final class Watch {
    static final Duration FIRST_DELAY = Duration.ofSeconds(1);
    static final Duration LONGEST_DELAY = Duration.ofSeconds(30);
    static final Duration QUIET = Duration.ofMinutes(2);
    private static final Duration LONGEST_LOOK = Duration.ofSeconds(5);

    private final Duration patience;
    private final Duration patienceAtStart;
    private Optional<Instant> lastLook = Optional.empty();
    private Optional<Instant> goneSince = Optional.empty();
    private Optional<Instant> lastRestart = Optional.empty();
    private Duration complainedFor = Duration.ZERO;
    private boolean starting = true;
    private int inARow;

    Watch(Duration patience, Duration patienceAtStart) {
        this.patience = patience;
        this.patienceAtStart = patienceAtStart;
    }

    /** Why it has to be started again now; empty when it need not be. */
    Optional<String> look(Instant now, Seen seen) {
        Duration passed = shorter(
                LONGEST_LOOK, lastLook.map(last -> Duration.between(last, now)).orElse(Duration.ZERO));
        lastLook = Optional.of(now);
        return switch (seen) {
            case Seen.Unknown() -> Optional.empty();
            case Seen.Well() -> {
                well(now);
                yield Optional.empty();
            }
            case Seen.Gone(String what) -> {
                goneSince = goneSince.or(() -> Optional.of(now));
                yield now.isBefore(goneSince.get().plus(delay())) ? Optional.empty() : Optional.of(what);
            }
            case Seen.Complaining(String what) -> {
                goneSince = Optional.empty();
                complainedFor = complainedFor.plus(passed);
                Duration limit = starting ? patienceAtStart : patience;
                yield complainedFor.compareTo(limit) < 0
                        ? Optional.empty()
                        : Optional.of(what + " for " + limit.toSeconds() + " s");
            }
        };
    }

    /** It was started again. */
    void restarted(Instant now) {
        lastRestart = Optional.of(now);
        inARow++;
        begins();
    }

    /** Somebody else started it. */
    void begins() {
        goneSince = Optional.empty();
        complainedFor = Duration.ZERO;
        starting = true;
    }

    /** How long it stays away before the next start. */
    Duration delay() {
        return shorter(LONGEST_DELAY, FIRST_DELAY.multipliedBy(1L << Math.min(inARow, 10)));
    }

    private void well(Instant now) {
        goneSince = Optional.empty();
        complainedFor = Duration.ZERO;
        starting = false;
        if (lastRestart.filter(restart -> now.isBefore(restart.plus(QUIET))).isEmpty()) {
            inARow = 0;
        }
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }
}
