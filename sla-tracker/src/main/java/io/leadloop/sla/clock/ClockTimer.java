package io.leadloop.sla.clock;

import io.leadloop.messaging.Failures;
import io.leadloop.sla.clock.FireDueClocks.Found;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import org.jboss.logging.Logger;

/**
 * Looks when the next clock is due, when a clock has started, and once a second for what other trackers left behind: they may
 * have started a clock and died. One look at a time; an idle second costs one small query. It waits by elapsed time, which no change of
 * this machine's clock touches, for what the database's clock says.
 */
@ApplicationScoped
class ClockTimer {
    private static final Logger LOG = Logger.getLogger(ClockTimer.class);

    private final Vertx vertx;
    private final FireDueClocks fireDueClocks;

    private Duration handicap = Duration.ZERO;
    private long alarm;
    private boolean looking;
    private boolean woken;
    private boolean stopped = true;
    private boolean failing;

    ClockTimer(Vertx vertx, FireDueClocks fireDueClocks) {
        this.vertx = vertx;
        this.fireDueClocks = fireDueClocks;
    }

    synchronized void onStart(@Observes StartupEvent start) {
        stopped = false;
        looking = true;
        fireDueClocks.rehearse().subscribe().with(nothing -> lookNow(), failure -> lookNow());
    }

    private synchronized void lookNow() {
        looking = false;
        look();
    }

    synchronized void onStop(@Observes ShutdownEvent stop) {
        stopped = true;
        vertx.cancelTimer(alarm);
    }

    /** There may be a clock that is due before the next look. */
    synchronized void wake() {
        if (looking) {
            woken = true;
        } else {
            vertx.cancelTimer(alarm);
            look();
        }
    }

    private synchronized void look() {
        if (stopped || looking) {
            return;
        }
        looking = true;
        fireDueClocks.run(handicap).subscribe().with(this::looked, this::failed);
    }

    private synchronized void looked(Found found) {
        if (failing) {
            failing = false;
            LOG.info("Clocks are watched again");
        }
        handicap = LookAgain.handicapAfter(found, handicap);
        sleep(woken ? Duration.ZERO : LookAgain.after(found));
    }

    private synchronized void failed(Throwable failure) {
        if (stopped) {
            return;
        }
        if (!Failures.isOperational(failure)) {
            LOG.error("Clocks cannot be watched; trying again every second", failure);
        } else if (!failing) {
            LOG.warnf("Clocks cannot be watched; trying again every second: %s", failure.getMessage());
        }
        failing = true;
        sleep(LookAgain.LATEST);
    }

    private void sleep(Duration pause) {
        looking = false;
        woken = false;
        if (!stopped) {
            alarm = vertx.setTimer(Math.max(1, pause.toMillis()), elapsed -> look());
        }
    }
}
