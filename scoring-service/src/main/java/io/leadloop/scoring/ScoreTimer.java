package io.leadloop.scoring;

import io.leadloop.agreement.inforce.Agreements;
import io.leadloop.messaging.DueTimer;
import io.leadloop.scoring.ScoreDueLeads.Found;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;

/** When to look for scores that change by themselves. Under load many news wake it: it looks ten times a second then. */
@ApplicationScoped
class ScoreTimer {
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(1);
    private static final Duration AFTER_NEWS = Duration.ofMillis(100);
    private static final Duration WHILE_IN_OTHER_HANDS = Duration.ofMillis(50);

    private final DueTimer timer;

    ScoreTimer(Vertx vertx, Agreements agreements, ScoreDueLeads scoreDueLeads) {
        timer = new DueTimer(
                vertx,
                "Changing scores in time",
                AFTER_NEWS,
                () -> agreements.current().chain(scoreDueLeads::run).map(ScoreTimer::pauseAfter));
    }

    void onStart(@Observes StartupEvent start) {
        timer.start();
    }

    void onStop(@Observes ShutdownEvent stop) {
        timer.stop();
    }

    /** There may be a score that changes before the next look. */
    void wake() {
        timer.wake();
    }

    static Duration pauseAfter(Found found) {
        return switch (found) {
            case Found.More more -> Duration.ZERO;
            case Found.InOtherHands others -> WHILE_IN_OTHER_HANDS;
            case Found.NothingDue nothing -> LONGEST_PAUSE;
            case Found.NothingBefore nothing ->
                nothing.pause().compareTo(LONGEST_PAUSE) < 0 ? nothing.pause().plusMillis(1) : LONGEST_PAUSE;
        };
    }
}
