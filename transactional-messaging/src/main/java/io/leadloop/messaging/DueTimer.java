package io.leadloop.messaging;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.function.Supplier;
import org.jboss.logging.Logger;

/**
 * Looks at rows with a due time when the next one is due, when news may have brought an earlier one, and once a second for what other
 * instances left behind: they may have written a row and died. One look at a time. It waits by elapsed time, which no change of this
 * machine's clock touches, for what the database's clock says; what a look finds, and how long to sleep after it, its owner says.
 */
public final class DueTimer {
    private static final Logger LOG = Logger.getLogger(DueTimer.class);
    private static final Duration AFTER_FAILURE = Duration.ofSeconds(1);

    private final Vertx vertx;
    private final String work;
    private final Duration afterNews;
    private final Supplier<Uni<Duration>> look;

    private long alarm;
    private long ringsAt;
    private boolean running;
    private boolean stopped;
    private boolean looking;
    private boolean woken;
    private boolean failing;

    /**
     * @param work what is done when something is due, as the log calls it: "Watching clocks"
     * @param afterNews how long after news it looks at the latest; all that come until then are looked at together
     * @param look looks once, and says how long to sleep after that if there are no news
     */
    public DueTimer(Vertx vertx, String work, Duration afterNews, Supplier<Uni<Duration>> look) {
        this.vertx = vertx;
        this.work = work;
        this.afterNews = afterNews;
        this.look = look;
    }

    /** Looks for the first time, unless it was stopped already. */
    public synchronized void start() {
        if (!stopped) {
            running = true;
            look();
        }
    }

    /** For good. */
    public synchronized void stop() {
        stopped = true;
        running = false;
        vertx.cancelTimer(alarm);
    }

    /** There may be something that is due before the next look. */
    public synchronized void wake() {
        if (looking) {
            woken = true;
        } else if (running && ringsAt - System.nanoTime() > afterNews.toNanos()) {
            vertx.cancelTimer(alarm);
            lookAfterNews();
        }
    }

    private void lookAfterNews() {
        if (afterNews.isZero()) {
            look();
        } else {
            sleep(afterNews);
        }
    }

    private synchronized void look() {
        if (!running || looking) {
            return;
        }
        looking = true;
        woken = false;
        Uni.createFrom().deferred(look::get).subscribe().with(this::looked, this::failed);
    }

    private synchronized void looked(Duration pause) {
        if (failing) {
            failing = false;
            LOG.infof("%s goes on", work);
        }
        looking = false;
        sleep(woken && pause.compareTo(afterNews) > 0 ? afterNews : pause);
    }

    private synchronized void failed(Throwable failure) {
        looking = false;
        if (!running) {
            return;
        }
        if (!Failures.isOperational(failure)) {
            LOG.errorf(failure, "%s failed; trying again every second", work);
        } else if (!failing) {
            LOG.warnf("%s failed; trying again every second: %s", work, failure.getMessage());
        }
        failing = true;
        sleep(AFTER_FAILURE);
    }

    private void sleep(Duration pause) {
        if (running) {
            long millis = Math.max(1, pause.toMillis());
            ringsAt = System.nanoTime() + Duration.ofMillis(millis).toNanos();
            alarm = vertx.setTimer(millis, elapsed -> look());
        }
    }
}
