package io.leadloop.messaging;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;

/**
 * Lets so many in at a time, the others in turn. Who has waited too long is turned away and never begins: in a storm of requests
 * what is done is done for those who still listen, and a storm ends as soon as its cause.
 */
final class Gate {
    private final int places;
    private final Duration patience;
    private final Later later;
    private final Deque<Visitor> waiting = new ArrayDeque<>();
    private int inside;

    Gate(int places, Duration patience, Later later) {
        this.places = places;
        this.patience = patience;
        this.later = later;
    }

    /** @param decided whether it has been let in or turned away */
    private record Visitor(AtomicBoolean decided, Runnable enter, Runnable turnAway) {
        boolean decide() {
            return decided.compareAndSet(false, true);
        }
    }

    /** Fails with {@link DatabaseIsSilent} if its turn did not come in time. */
    <T> Uni<T> pass(Supplier<Uni<T>> work) {
        return Uni.createFrom().emitter(answer -> arrive(visitor(work, answer)));
    }

    private <T> Visitor visitor(Supplier<Uni<T>> work, UniEmitter<? super T> answer) {
        return new Visitor(
                new AtomicBoolean(),
                () -> Uni.createFrom()
                        .deferred(work::get)
                        .onTermination()
                        .invoke(this::leave)
                        .subscribe()
                        .with(answer::complete, answer::fail),
                () -> answer.fail(new DatabaseIsSilent(patience)));
    }

    private void arrive(Visitor visitor) {
        if (findsAPlace(visitor)) {
            visitor.enter().run();
        } else {
            later.after(patience.toMillis(), () -> giveUp(visitor));
        }
    }

    private synchronized boolean findsAPlace(Visitor visitor) {
        if (inside < places) {
            inside++;
            return true;
        }
        waiting.add(visitor);
        return false;
    }

    private void giveUp(Visitor visitor) {
        if (visitor.decide()) {
            visitor.turnAway().run();
        }
    }

    private void leave() {
        Visitor next = next();
        while (next != null && !next.decide()) {
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
}
