package io.leadloop.webhooks;

import io.leadloop.messaging.Database;
import io.leadloop.webhooks.rules.Attempt;
import io.leadloop.webhooks.rules.DeliveryDecision;
import io.leadloop.webhooks.rules.DeliveryRules;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Takes what is due, sends it, and tells what became of it. Taken, sent and told are three steps: no transaction is open while a
 * receiver thinks. Whoever dies in between has told nothing, and after the lease another sends it again under the same id.
 */
@ApplicationScoped
class SendDeliveries {
    static final int OF_EACH = 4;

    private final Database database;
    private final DeliveryStore deliveries;
    private final WebhookStore webhooks;
    private final WebhookClient client;
    private final WebhookSettings settings;

    SendDeliveries(
            Database database,
            DeliveryStore deliveries,
            WebhookStore webhooks,
            WebhookClient client,
            WebhookSettings settings) {
        this.database = database;
        this.deliveries = deliveries;
        this.webhooks = webhooks;
        this.client = client;
        this.settings = settings;
    }

    /**
     * A delivery in our hands.
     *
     * @param at the database's time when it was taken
     */
    record Taken(DeliveryRow delivery, WebhookRow receiver, Instant at) {}

    /** What a look found. @param pause until there may be more */
    record Found(List<Taken> taken, Duration pause) {}

    /** @param busy receivers who have enough to do */
    Uni<Found> take(Collection<UUID> busy) {
        return database.patiently(tx -> deliveries
                .claim(tx, lease(), OF_EACH, busy)
                .chain(claimed -> claimed.isEmpty()
                        ? deliveries.pause(tx, busy).map(pause -> new Found(List.of(), pause))
                        : webhooks.find(tx, receivers(claimed))
                                .chain(rows -> webhooks.now(tx).map(now -> found(claimed, rows, now)))));
    }

    Uni<Void> send(Taken taken) {
        DeliveryRow delivery = taken.delivery();
        return client.post(TargetUrl.of(taken.receiver().url), headers(taken), delivery.body)
                .chain(attempt -> database.patiently(tx -> {
                    DeliveryDecision decision = DeliveryRules.decide(attempt, delivery.attempts, settings.schedule());
                    Uni<Void> told = deliveries.finish(tx, delivery, status(attempt), error(attempt), decision);
                    return decision instanceof DeliveryDecision.EndpointGone
                            ? told.chain(() -> webhooks.disable(tx, delivery.webhookId, "It answered 410 Gone."))
                                    .chain(() -> deliveries.cancel(tx, delivery.webhookId))
                            : told;
                }));
    }

    /** Longer than an attempt may take, so that nobody sends what somebody still sends. */
    private Duration lease() {
        return settings.answerWithin().plusSeconds(40);
    }

    private static Map<String, String> headers(Taken taken) {
        long timestamp = taken.at().getEpochSecond();
        UUID id = taken.delivery().deliveryId;
        Map<String, String> headers = new HashMap<>();
        headers.put("content-type", "application/json");
        headers.put("user-agent", "Leadloop");
        headers.put("webhook-id", id.toString());
        headers.put("webhook-timestamp", Long.toString(timestamp));
        headers.put(
                "webhook-signature",
                WebhookSecret.signatures(taken.receiver().secrets(taken.at()), id, timestamp, taken.delivery().body));
        return headers;
    }

    private static Found found(List<DeliveryRow> claimed, List<WebhookRow> receivers, Instant now) {
        Map<UUID, WebhookRow> byId =
                receivers.stream().collect(Collectors.toMap(row -> row.webhookId, Function.identity()));
        return new Found(
                claimed.stream()
                        .map(row -> new Taken(row, byId.get(row.webhookId), now))
                        .toList(),
                Duration.ZERO);
    }

    private static List<UUID> receivers(List<DeliveryRow> rows) {
        return rows.stream().map(row -> row.webhookId).distinct().toList();
    }

    private static Integer status(Attempt attempt) {
        return attempt instanceof Attempt.Answered answered ? answered.status() : null;
    }

    private static String error(Attempt attempt) {
        return attempt instanceof Attempt.Unanswered unanswered ? unanswered.why() : null;
    }
}
