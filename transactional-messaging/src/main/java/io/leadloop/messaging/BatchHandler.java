package io.leadloop.messaging;

import io.smallrye.mutiny.Uni;
import org.hibernate.reactive.mutiny.Mutiny;

/** A use case that applies a batch of events in the transaction it is given. A failure rolls all of it back. */
@FunctionalInterface
public interface BatchHandler {

    Uni<Void> handle(Mutiny.StatelessSession tx, Batch batch);
}
