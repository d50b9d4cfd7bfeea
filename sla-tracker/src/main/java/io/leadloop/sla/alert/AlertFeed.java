package io.leadloop.sla.alert;

import io.leadloop.messaging.Database;
import io.leadloop.sla.Sight;
import io.leadloop.sla.alert.AlertLog.Entry;
import io.leadloop.sla.alert.AlertLog.Place;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.BackPressureStrategy;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;

/**
 * Reads the log for all who listen, whichever tracker raised the alert: one query every half second, from where the one who
 * is furthest behind has got to, and none while nobody listens.
 */
@ApplicationScoped
class AlertFeed {
    private static final Logger LOG = Logger.getLogger(AlertFeed.class);
    private static final Duration PAUSE = Duration.ofMillis(500);
    private static final Duration WHILE_THEY_READ = Duration.ofMillis(20);
    private static final Duration AT_ONCE = Duration.ofMillis(1);
    private static final int PAGE = 500;

    private final Vertx vertx;
    private final Database database;
    private final AlertLog log;
    private final Set<AlertListener> listeners = ConcurrentHashMap.newKeySet();
    private boolean reading;

    AlertFeed(Vertx vertx, Database database, AlertLog log) {
        this.vertx = vertx;
        this.database = database;
        this.log = log;
    }

    /** @param lastSeen the last alert that the listener knows, or {@code null} to start with what comes next */
    Multi<AlertSignal> listen(Sight sight, Long lastSeen) {
        return place(lastSeen).onItem().transformToMulti(place -> from(sight, place));
    }

    private Uni<Place> place(Long lastSeen) {
        return database.transaction(tx -> lastSeen == null ? log.end(tx) : log.after(tx, lastSeen));
    }

    private Multi<AlertSignal> from(Sight sight, Place place) {
        return Multi.createFrom()
                .emitter(
                        emitter -> {
                            AlertListener listener = new AlertListener(sight, emitter, place);
                            emitter.onTermination(() -> listeners.remove(listener));
                            listeners.add(listener);
                            start();
                        },
                        BackPressureStrategy.BUFFER);
    }

    private synchronized void start() {
        if (!reading) {
            reading = true;
            vertx.runOnContext(now -> read());
        }
    }

    private synchronized void nextAfter(Duration pause) {
        if (listeners.isEmpty()) {
            reading = false;
        } else {
            vertx.setTimer(pause.toMillis(), elapsed -> read());
        }
    }

    private void read() {
        List<AlertListener> ready =
                listeners.stream().filter(AlertListener::isReady).toList();
        if (ready.isEmpty()) {
            nextAfter(WHILE_THEY_READ);
            return;
        }
        Place from =
                ready.stream().map(AlertListener::place).min(Place::compareTo).orElse(Place.START);
        database.patiently(tx -> log.read(tx, from, PAGE))
                .subscribe()
                .with(entries -> tell(ready, entries), failure -> {
                    LOG.warnf("Alerts cannot be read now: %s", failure.getMessage());
                    nextAfter(PAUSE);
                });
    }

    private void tell(List<AlertListener> ready, List<Entry> entries) {
        ready.forEach(listener -> {
            listener.read(entries);
            listener.beat();
        });
        nextAfter(entries.size() == PAGE ? AT_ONCE : PAUSE);
    }
}
