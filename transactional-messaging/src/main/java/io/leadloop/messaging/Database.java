package io.leadloop.messaging;

import io.quarkus.vertx.core.runtime.context.VertxContextSafetyToggle;
import io.smallrye.common.vertx.VertxContext;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * The way to the database: one transaction on a Vert.x context of its own. Hibernate Reactive keeps the session in the
 * context, so work that shared the caller's would share its session too; here it cannot, and a caller that goes away (an
 * aborted request) does not tear the transaction.
 *
 * <p>A database that is away is not noticed by waiting for it: a transaction that has not begun after
 * {@value #BEGIN_WITHIN_MILLIS} ms fails, and its work is never done. How long it may take from there is the difference
 * between {@link #transaction} and {@link #patiently}.
 */
@ApplicationScoped
public class Database {
    private static final long BEGIN_WITHIN_MILLIS = 2_000;
    /** Together with the time to begin less than three seconds, in which everybody is to know. */
    private static final Duration ENTER_WITHIN = Duration.ofMillis(500);

    private final Vertx vertx;
    private final Mutiny.SessionFactory sessions;
    private final Duration answerWithin;
    private final Gate gate;

    /**
     * @param answerWithin how long somebody who has asked waits for an answer
     * @param atOnce how many of those are served at once; the other connections are left to work that nobody waits for, and to what
     *     is done for many together
     */
    public Database(
            Vertx vertx,
            Mutiny.SessionFactory sessions,
            @ConfigProperty(name = "leadloop.database.answer-within", defaultValue = "2.3S") Duration answerWithin,
            @ConfigProperty(name = "leadloop.database.at-once", defaultValue = "6") int atOnce) {
        this.vertx = vertx;
        this.sessions = sessions;
        this.answerWithin = answerWithin;
        this.gate = new Gate(atOnce, ENTER_WITHIN, (millis, next) -> vertx.setTimer(millis, over -> next.run()));
    }

    /**
     * Runs {@code work} in one transaction for somebody who waits; it commits before the answer arrives and rolls back if
     * {@code work} fails. Only {@code leadloop.database.at-once} are served at once; who has waited half a second for that
     * is refused. After {@code leadloop.database.answer-within} the caller is told {@link DatabaseIsSilent}, and
     * whether it commits is not known.
     */
    public <T> Uni<T> transaction(Function<Mutiny.StatelessSession, Uni<T>> work) {
        return gate.pass(() -> patiently(work))
                .ifNoItem()
                .after(answerWithin)
                .failWith(() -> new DatabaseIsSilent(answerWithin));
    }

    /**
     * The same for work that nobody waits for: once begun it may take as long as its statements may. When it fails with a
     * lost connection, whether it has committed is not known.
     */
    public <T> Uni<T> patiently(Function<Mutiny.StatelessSession, Uni<T>> work) {
        return Uni.createFrom().emitter(answer -> onContext(() -> run(work, answer)));
    }

    /**
     * Runs statements each of which is a transaction of its own, begun and committed by the server itself: none locks anything
     * while it waits for this process, whatever happens to the process. After {@code leadloop.database.answer-within} the caller is
     * told {@link DatabaseIsSilent}, and whether the last one commits is not known.
     */
    public <T> Uni<T> withoutTransaction(Function<Mutiny.StatelessSession, Uni<T>> work) {
        return Uni.createFrom()
                .<T>emitter(answer -> onContext(
                        () -> sessions.withStatelessSession(work).subscribe().with(answer::complete, answer::fail)))
                .ifNoItem()
                .after(answerWithin)
                .failWith(() -> new DatabaseIsSilent(answerWithin));
    }

    private void onContext(Runnable work) {
        Context context = VertxContext.createNewDuplicatedContext(vertx.getOrCreateContext());
        VertxContextSafetyToggle.setContextSafe(context, true);
        context.runOnContext(ignored -> work.run());
    }

    private <T> void run(Function<Mutiny.StatelessSession, Uni<T>> work, UniEmitter<? super T> answer) {
        AtomicBoolean decided = new AtomicBoolean();
        DatabaseIsSilent silence = new DatabaseIsSilent(Duration.ofMillis(BEGIN_WITHIN_MILLIS));
        long timer = vertx.setTimer(BEGIN_WITHIN_MILLIS, late -> {
            if (decided.compareAndSet(false, true)) {
                answer.fail(silence);
            }
        });
        sessions.withStatelessTransaction((session, transaction) -> {
                    if (!decided.compareAndSet(false, true)) {
                        return Uni.createFrom().<T>failure(silence);
                    }
                    boolean inTime = vertx.cancelTimer(timer);
                    return inTime ? work.apply(session) : Uni.createFrom().<T>failure(silence);
                })
                .onTermination()
                .invoke(() -> vertx.cancelTimer(timer))
                .subscribe()
                .with(answer::complete, answer::fail);
    }
}
