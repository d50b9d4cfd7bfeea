package io.leadloop.sla.alert;

import io.leadloop.sla.Sight;
import io.leadloop.sla.alert.AlertLog.Entry;
import io.leadloop.sla.alert.AlertLog.Place;
import io.smallrye.mutiny.subscription.MultiEmitter;
import java.time.Duration;
import java.util.List;

/**
 * Somebody who watches, and how far they have read. They get more once they have taken the last: what they have not read yet
 * waits in the table, not in memory, and who does not read at all is cut off and may resume.
 */
class AlertListener {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration HEARTBEAT = Duration.ofSeconds(15);

    private final Sight sight;
    private final MultiEmitter<? super AlertSignal> emitter;
    private Place place;
    private long lastSentNanos = System.nanoTime();
    private long lastReadyNanos = System.nanoTime();

    AlertListener(Sight sight, MultiEmitter<? super AlertSignal> emitter, Place place) {
        this.sight = sight;
        this.emitter = emitter;
        this.place = place;
    }

    Place place() {
        return place;
    }

    /** Has taken everything that was sent. Cuts off whoever has not for too long. */
    boolean isReady() {
        if (emitter.requested() > 0) {
            lastReadyNanos = System.nanoTime();
            return true;
        }
        if (elapsed(lastReadyNanos).compareTo(PATIENCE) > 0) {
            emitter.complete();
        }
        return false;
    }

    /** Gets on to the end of {@code entries}, seeing what is theirs of them. */
    void read(List<Entry> entries) {
        for (Entry entry : entries) {
            if (entry.place().compareTo(place) > 0) {
                place = entry.place();
                if (entry.alert().concerns(sight)) {
                    send(new AlertSignal.Raised(entry.alert()));
                }
            }
        }
    }

    /** So that both ends, and proxies between them, know that the line is up. */
    void beat() {
        if (elapsed(lastSentNanos).compareTo(HEARTBEAT) >= 0) {
            send(new AlertSignal.StillThere());
        }
    }

    private void send(AlertSignal signal) {
        lastSentNanos = System.nanoTime();
        emitter.emit(signal);
    }

    private static Duration elapsed(long sinceNanos) {
        return Duration.ofNanos(System.nanoTime() - sinceNanos);
    }
}
