package io.leadloop.scoring.learned;

import io.leadloop.scoring.learned.rules.LearnedModel;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.hibernate.reactive.mutiny.Mutiny;

/** The model that is shown. Which one is read each time; a model never changes, so each is read once. */
@ApplicationScoped
class PresentModel {
    private final LearningStore store;
    private final AtomicReference<Ready> last = new AtomicReference<>();

    PresentModel(LearningStore store) {
        this.store = store;
    }

    record Ready(int version, LearnedModel.Reader reader, String verdict) {}

    Uni<Optional<Ready>> get(Mutiny.StatelessSession tx) {
        return store.state(tx).chain(state -> {
            Ready known = last.get();
            if (state.present == null) {
                return Uni.createFrom().item(Optional.empty());
            }
            return known != null && known.version() == state.present
                    ? Uni.createFrom().item(Optional.of(known))
                    : store.find(tx, state.present).map(row -> row.map(this::ready));
        });
    }

    private Ready ready(ModelRow row) {
        Ready ready = new Ready(row.version, row.model().reader(), row.card().verdict());
        last.set(ready);
        return ready;
    }
}
