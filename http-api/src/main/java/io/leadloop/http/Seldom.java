package io.leadloop.http;

import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/** Says that requests are answered 503, at most once a second: while a database is away there are hundreds of them. */
final class Seldom {
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final LongSupplier nanoTime;
    private final Consumer<String> log;
    private boolean saidBefore;
    private long saidAt;
    private int unsaid;

    /** @param nanoTime as {@link System#nanoTime} */
    Seldom(LongSupplier nanoTime, Consumer<String> log) {
        this.nanoTime = nanoTime;
        this.log = log;
    }

    /** The first at once; later ones with how many there were in between. */
    synchronized void say(String why, String path) {
        long now = nanoTime.getAsLong();
        if (saidBefore && now - saidAt < PAUSE.toNanos()) {
            unsaid++;
            return;
        }
        log.accept("%s answered 503: %s%s"
                .formatted(path, why, unsaid == 0 ? "" : " (and " + unsaid + " requests before it)"));
        saidBefore = true;
        saidAt = now;
        unsaid = 0;
    }
}
