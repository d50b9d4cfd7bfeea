package io.leadloop.webhooks;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.hibernate.reactive.mutiny.Mutiny;

/** How a service tells something: in the transaction of what happened, so that it is told if and only if it happened. */
@ApplicationScoped
public class Webhooks {
    private final DeliveryStore deliveries;
    private final WebhookStore webhooks;

    Webhooks(DeliveryStore deliveries, WebhookStore webhooks) {
        this.deliveries = deliveries;
        this.webhooks = webhooks;
    }

    /**
     * Puts messages on their way to everybody who wants their type.
     *
     * @param messages are only made if somebody wants something
     */
    public <T> Uni<Void> tell(Mutiny.StatelessSession tx, List<T> events, Function<T, WebhookMessage> messages) {
        if (events.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return webhooks.wanted(tx).chain(wanted -> add(tx, events, messages, wanted));
    }

    /**
     * Part of a statement of the caller's that finds out itself what happens, so that the statement alone is the transaction: puts
     * those prepared messages on their way that are about what did happen.
     *
     * @param prepared the parameter, for example {@code ?2}, with what {@link #prepare} gave
     * @param happened a query of the messages' keys
     */
    public static String tellThose(String prepared, String happened) {
        return DeliveryStore.addThose(prepared, happened);
    }

    /** Messages for {@link #tellThose}, as {@link #tell} makes them. */
    public <T> Uni<String> prepare(Mutiny.StatelessSession tx, List<T> events, Function<T, WebhookMessage> messages) {
        return webhooks.wanted(tx)
                .chain(wanted ->
                        deliveries.prepare(tx, wanted.isEmpty() ? List.of() : wantedOf(events, messages, wanted)));
    }

    private <T> Uni<Void> add(
            Mutiny.StatelessSession tx, List<T> events, Function<T, WebhookMessage> messages, Set<String> wanted) {
        return wanted.isEmpty() ? Uni.createFrom().voidItem() : deliveries.add(tx, wantedOf(events, messages, wanted));
    }

    private static <T> List<WebhookMessage> wantedOf(
            List<T> events, Function<T, WebhookMessage> messages, Set<String> wanted) {
        return events.stream()
                .map(messages)
                .filter(message -> wanted.contains(message.type()))
                .toList();
    }
}
