package io.leadloop.webhooks;

import io.leadloop.events.EventJson;
import io.leadloop.http.ProblemException;
import io.leadloop.messaging.Database;
import io.leadloop.messaging.Ids;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;

/** Registers receivers, changes and forgets them. A receiver that is not the caller's own does not exist for the caller. */
@ApplicationScoped
class ManageWebhooks {
    private static final Duration BOTH_SECRETS_SIGN = Duration.ofDays(1);

    private final Database database;
    private final WebhookStore webhooks;
    private final DeliveryStore deliveries;

    ManageWebhooks(Database database, WebhookStore webhooks, DeliveryStore deliveries) {
        this.database = database;
        this.webhooks = webhooks;
        this.deliveries = deliveries;
    }

    Uni<WebhookRow> register(String owner, String url, List<String> types) {
        return database.transaction(tx -> webhooks.now(tx).chain(now -> {
            WebhookRow row = new WebhookRow();
            row.webhookId = Ids.next();
            row.owner = owner;
            row.url = url;
            row.types = EventJson.write(types);
            row.state = "active";
            row.secret = WebhookSecret.fresh();
            row.createdAt = now;
            return webhooks.add(tx, row).replaceWith(row);
        }));
    }

    /** Also sets a disabled one to work again. @param owner empty: whoever owns it */
    Uni<WebhookRow> change(UUID webhookId, Optional<String> owner, String url, List<String> types) {
        return database.transaction(tx -> find(tx, webhookId, owner).chain(row -> {
            row.url = url;
            row.types = EventJson.write(types);
            row.state = "active";
            row.disabledBecause = null;
            return webhooks.change(tx, row).replaceWith(row);
        }));
    }

    /** A new secret; for a day the one before it signs too. */
    Uni<WebhookRow> renewSecret(UUID webhookId, Optional<String> owner) {
        return database.transaction(tx -> find(tx, webhookId, owner)
                .chain(row -> webhooks.now(tx).chain(now -> {
                    row.formerSecret = row.secret;
                    row.formerSecretUntil = now.plus(BOTH_SECRETS_SIGN);
                    row.secret = WebhookSecret.fresh();
                    return webhooks.change(tx, row).replaceWith(row);
                })));
    }

    Uni<Void> remove(UUID webhookId, Optional<String> owner) {
        return database.transaction(tx -> find(tx, webhookId, owner).chain(row -> webhooks.remove(tx, row)));
    }

    /** From the start of the schedule, under the same id. */
    Uni<DeliveryRow> replay(UUID webhookId, UUID deliveryId, Optional<String> owner) {
        return database.transaction(tx -> find(tx, webhookId, owner)
                .chain(row -> deliveries.replay(tx, webhookId, deliveryId))
                .chain(found -> {
                    if (!found) {
                        throw ProblemException.notFound("There is no delivery " + deliveryId + " of this webhook.");
                    }
                    return deliveries.find(tx, deliveryId);
                }));
    }

    Uni<WebhookRow> find(Mutiny.StatelessSession tx, UUID webhookId, Optional<String> owner) {
        return webhooks.find(tx, webhookId).invoke(row -> {
            if (row == null || owner.filter(name -> !name.equals(row.owner)).isPresent()) {
                throw ProblemException.notFound("There is no webhook " + webhookId + " that you can see.");
            }
        });
    }
}
