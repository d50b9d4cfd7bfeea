package io.leadloop.scoring;

import io.leadloop.agreement.inforce.Agreements;
import io.leadloop.messaging.Failures;
import io.leadloop.scoring.ScoreDueLeads.Found;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import org.jboss.logging.Logger;

/**
 * Looks when the next score changes by itself, when scores were saved, and once a second for what other instances left behind.
 * One look at a time; an idle second costs one small query.
 */
@ApplicationScoped
class DueTimer {
    private static final Logger LOG = Logger.getLogger(DueTimer.class);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(1);
    private static final Duration AFTER_NEWS = Duration.ofMillis(100);
    private static final Duration WHILE_IN_OTHER_HANDS = Duration.ofMillis(50);

    private final Vertx vertx;
    private final Agreements agreements;
    private final ScoreDueLeads scoreDueLeads;

    private long alarm;
    private boolean looking;
    private boolean woken;
    private boolean stopped = true;
    private boolean failing;

    DueTimer(Vertx vertx, Agreements agreements, ScoreDueLeads scoreDueLeads) {
        this.vertx = vertx;
        this.agreements = agreements;
        this.scoreDueLeads = scoreDueLeads;
    }

    synchronized void onStart(@Observes StartupEvent start) {
        stopped = false;
        look();
    }

    synchronized void onStop(@Observes ShutdownEvent stop) {
        stopped = true;
        vertx.cancelTimer(alarm);
    }

    /** There may be a score that changes before the next look. Under load many wake it: it looks ten times a second then. */
    synchronized void wake() {
        if (looking) {
            woken = true;
        } else if (!woken && !stopped) {
            woken = true;
            vertx.cancelTimer(alarm);
            alarm = vertx.setTimer(AFTER_NEWS.toMillis(), elapsed -> look());
        }
    }

    private synchronized void look() {
        if (stopped || looking) {
            return;
        }
        looking = true;
        woken = false;
        agreements.current().chain(scoreDueLeads::run).subscribe().with(this::looked, this::failed);
    }

    private synchronized void looked(Found found) {
        if (failing) {
            failing = false;
            LOG.info("Scores change in time again");
        }
        Duration pause = pauseAfter(found);
        sleep(woken && pause.compareTo(AFTER_NEWS) > 0 ? AFTER_NEWS : pause);
    }

    private synchronized void failed(Throwable failure) {
        if (!Failures.isOperational(failure)) {
            LOG.error("Scores that are due cannot be changed; trying again every second", failure);
        } else if (!failing) {
            LOG.warnf("Scores that are due cannot be changed; trying again every second: %s", failure.getMessage());
        }
        failing = true;
        sleep(LONGEST_PAUSE);
    }

    private void sleep(Duration pause) {
        looking = false;
        woken = false;
        if (!stopped) {
            alarm = vertx.setTimer(Math.max(1, pause.toMillis()), elapsed -> look());
        }
    }

    private static Duration pauseAfter(Found found) {
        return switch (found) {
            case Found.Scored scored -> Duration.ZERO;
            case Found.InOtherHands others -> WHILE_IN_OTHER_HANDS;
            case Found.NothingDue nothing -> LONGEST_PAUSE;
            case Found.NothingBefore nothing ->
                nothing.pause().compareTo(LONGEST_PAUSE) < 0 ? nothing.pause().plusMillis(1) : LONGEST_PAUSE;
        };
    }
}
