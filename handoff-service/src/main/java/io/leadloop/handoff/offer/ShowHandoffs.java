package io.leadloop.handoff.offer;

import io.leadloop.http.Cursor;
import io.leadloop.http.Page;
import io.leadloop.http.ProblemException;
import io.leadloop.messaging.Database;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.jboss.logging.Logger;

/** Reads hand-offs for who may see them. */
@ApplicationScoped
class ShowHandoffs {
    private static final Logger LOG = Logger.getLogger(ShowHandoffs.class);

    private final Database database;
    private final HandoffStore store;

    ShowHandoffs(Database database, HandoffStore store) {
        this.database = database;
        this.store = store;
    }

    Uni<Page<HandoffView>> list(HandoffFilter filter) {
        return database.transaction(tx -> store.list(tx, filter))
                .map(rows -> Page.of(
                        rows,
                        filter.page().limit(),
                        row -> new Cursor(row.offeredAt, row.handoffId.toString()),
                        row -> HandoffView.summary(row, filter.access())));
    }

    /** Who sees everybody's personal data is written down. */
    Uni<HandoffView> one(UUID handoffId, Actor actor) {
        return database.transaction(tx -> store.find(tx, handoffId)
                        .map(found -> found.orElseThrow(
                                () -> ProblemException.notFound("There is no hand-off " + handoffId + ".")))
                        .invoke(actor.access()::check)
                        .chain(row -> store.attempts(tx, handoffId)
                                .map(attempts -> HandoffView.detail(row, attempts, actor.access()))))
                .invoke(() -> {
                    if (actor.access() instanceof Access.Everything) {
                        LOG.infof("%s read hand-off %s with personal data", actor.name(), handoffId);
                    }
                });
    }
}
