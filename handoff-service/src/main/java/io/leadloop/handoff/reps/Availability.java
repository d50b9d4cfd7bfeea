package io.leadloop.handoff.reps;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * Counts the times at which a rep may have become able to take a lead: he came, was changed, or a hand-off of his ended. The
 * count is a row, not a sequence: it becomes visible together with what it tells of, so a waiting lead that was tried under
 * an older count is tried again, whichever instance frees and whichever tries.
 */
@ApplicationScoped
public class Availability {
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();

    /** Counts, as the last statement of a transaction: others who count wait until it ends. */
    public Uni<Void> changed(Mutiny.StatelessSession tx) {
        return tx.createNativeQuery("update availability set change = change + 1")
                .executeUpdate()
                .replaceWithVoid();
    }

    /** The count. Read it before looking at the reps: a later change is then never missed. */
    public Uni<Long> count(Mutiny.StatelessSession tx) {
        return tx.createNativeQuery("select change from availability", Long.class)
                .getSingleResult();
    }

    /** Wakes this instance's listeners; call it after the commit. Other instances look once a second. */
    public void announce() {
        listeners.forEach(Runnable::run);
    }

    public void onChange(Runnable listener) {
        listeners.add(listener);
    }
}
