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

    private <T> Uni<Void> add(
            Mutiny.StatelessSession tx, List<T> events, Function<T, WebhookMessage> messages, Set<String> wanted) {
        if (wanted.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        List<WebhookMessage> told = events.stream()
                .map(messages)
                .filter(message -> wanted.contains(message.type()))
                .toList();
        return deliveries.add(tx, told);
    }
}
