package io.leadloop.webhooks;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Webhooks and deliveries as HTTP tells them. */
public final class WebhookAnswers {
    private WebhookAnswers() {}

    /**
     * @param state {@code active} or {@code disabled}
     * @param secret only told when it is new
     * @param schedule pause before each attempt
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Webhook(
            UUID webhookId,
            String owner,
            String url,
            List<String> types,
            String state,
            String disabledBecause,
            Instant createdAt,
            List<String> schedule,
            String secret) {

        static Webhook of(WebhookRow row, WebhookSettings settings) {
            return with(row, settings, null);
        }

        static Webhook withSecret(WebhookRow row, WebhookSettings settings) {
            return with(row, settings, row.secret);
        }

        private static Webhook with(WebhookRow row, WebhookSettings settings, String secret) {
            return new Webhook(
                    row.webhookId,
                    row.owner,
                    row.url,
                    row.types(),
                    row.state,
                    row.disabledBecause,
                    row.createdAt,
                    settings.schedule().pauses().stream().map(Object::toString).toList(),
                    secret);
        }
    }

    /**
     * @param deliveryId {@code webhook-id} of every attempt
     * @param state {@code waiting}, {@code delivered}, {@code failed} or {@code cancelled}
     * @param lastError why there was no answer
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Delivery(
            UUID deliveryId,
            UUID webhookId,
            String type,
            String state,
            int attempts,
            Instant createdAt,
            Instant nextAttemptAt,
            Instant lastAttemptAt,
            Integer lastStatus,
            String lastError,
            Instant deliveredAt) {

        static Delivery of(DeliveryRow row) {
            return new Delivery(
                    row.deliveryId,
                    row.webhookId,
                    row.type,
                    row.state,
                    row.attempts,
                    row.createdAt,
                    row.nextAt,
                    row.lastAt,
                    row.lastStatus,
                    row.lastError,
                    row.deliveredAt);
        }
    }
}
