package io.leadloop.messaging;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * Lets so many in at a time, the others in turn. Who has waited too long is turned away and never begins: in a storm of requests
 * what is done is done for those who still listen, and a storm ends as soon as its cause.
 */
final class Gate {
    private final int places;
    private final Duration patience;
    private final LongSupplier nanoTime;
    private final Deque<Visitor> waiting = new ArrayDeque<>();
    private int inside;

    /** @param nanoTime as {@link System#nanoTime} */
    Gate(int places, Duration patience, LongSupplier nanoTime) {
        this.places = places;
        this.patience = patience;
        this.nanoTime = nanoTime;
    }

    private record Visitor(long since, Runnable enter, Runnable turnAway) {}

    /** Fails with {@link DatabaseIsSilent} if its turn did not come in time. */
    <T> Uni<T> pass(Supplier<Uni<T>> work) {
        return Uni.createFrom().emitter(answer -> arrive(visitor(work, answer)));
    }

    private <T> Visitor visitor(Supplier<Uni<T>> work, UniEmitter<? super T> answer) {
        return new Visitor(
                nanoTime.getAsLong(),
                () -> Uni.createFrom()
                        .deferred(work::get)
                        .onTermination()
                        .invoke(this::leave)
                        .subscribe()
                        .with(answer::complete, answer::fail),
                () -> answer.fail(new DatabaseIsSilent(patience)));
    }

    private void arrive(Visitor visitor) {
        synchronized (this) {
            if (inside >= places) {
                waiting.add(visitor);
                return;
            }
            inside++;
        }
        visitor.enter().run();
    }

    private void leave() {
        Visitor next = next();
        while (next != null && isTooLate(next)) {
            next.turnAway().run();
            next = next();
        }
        if (next != null) {
            next.enter().run();
        }
    }

    /** Gives up the place when nobody waits. */
    private synchronized Visitor next() {
        if (waiting.isEmpty()) {
            inside--;
        }
        return waiting.poll();
    }

    private boolean isTooLate(Visitor visitor) {
        return nanoTime.getAsLong() - visitor.since() > patience.toNanos();
    }
}
