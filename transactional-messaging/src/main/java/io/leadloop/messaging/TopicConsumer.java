package io.leadloop.messaging;

import io.smallrye.mutiny.Uni;
import java.util.Set;

/**
 * Which topics a consumer reads and what handles their events, said once: the live stream and the redrive of a dead letter
 * apply an event by the same handler.
 */
public interface TopicConsumer {

    Set<String> topics();

    /** Waits until the handler can work, for example for the first agreement. */
    Uni<BatchHandler> handler();
}
