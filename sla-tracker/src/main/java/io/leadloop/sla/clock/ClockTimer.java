package io.leadloop.sla.clock;

import io.leadloop.messaging.DueTimer;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;

/** When to look for clocks that are due: at once after news, and not before the first fire was rehearsed. */
@ApplicationScoped
class ClockTimer {
    private final FireDueClocks fireDueClocks;
    private final DueTimer timer;

    private volatile Duration handicap = Duration.ZERO;
    private volatile boolean watching;

    ClockTimer(Vertx vertx, FireDueClocks fireDueClocks) {
        this.fireDueClocks = fireDueClocks;
        this.timer = new DueTimer(vertx, "Watching clocks", Duration.ZERO, this::look);
    }

    void onStart(@Observes StartupEvent start) {
        fireDueClocks.rehearse().subscribe().with(nothing -> timer.start(), failure -> timer.start());
    }

    void onStop(@Observes ShutdownEvent stop) {
        timer.stop();
    }

    /** There may be a clock that is due before the next look. */
    void wake() {
        timer.wake();
    }

    /** Whether it has looked at least once. */
    boolean isWatching() {
        return watching;
    }

    private Uni<Duration> look() {
        return fireDueClocks.run(handicap).map(found -> {
            watching = true;
            handicap = LookAgain.handicapAfter(found, handicap);
            return LookAgain.after(found);
        });
    }
}
