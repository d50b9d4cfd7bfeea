package io.leadloop.messaging;

import io.quarkus.vertx.core.runtime.context.VertxContextSafetyToggle;
import io.smallrye.common.vertx.VertxContext;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.Function;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * The way to the database: one transaction on a Vert.x context of its own. Hibernate Reactive keeps the session in the
 * context, so work that shared the caller's would share its session too; here it cannot, and a caller that goes away (an
 * aborted request) does not tear the transaction.
 */
@ApplicationScoped
public class Database {
    private final Vertx vertx;
    private final Mutiny.SessionFactory sessions;

    public Database(Vertx vertx, Mutiny.SessionFactory sessions) {
        this.vertx = vertx;
        this.sessions = sessions;
    }

    /** Runs {@code work} in one transaction; it commits before the answer arrives and rolls back if {@code work} fails. */
    public <T> Uni<T> transaction(Function<Mutiny.StatelessSession, Uni<T>> work) {
        return Uni.createFrom().emitter(answer -> {
            Context context = VertxContext.createNewDuplicatedContext(vertx.getOrCreateContext());
            VertxContextSafetyToggle.setContextSafe(context, true);
            context.runOnContext(
                    ignored -> sessions.withStatelessTransaction((session, transaction) -> work.apply(session))
                            .subscribe()
                            .with(answer::complete, answer::fail));
        });
    }
}
