package io.leadloop.sla.alert;

import io.leadloop.events.EventJson;
import io.leadloop.http.Caller;
import io.leadloop.webhooks.WebhookMessage;
import io.leadloop.webhooks.WebhookOffer;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/**
 * What is told of alerts by webhooks: the alert as {@code GET /v1/alerts} has it, which carries no person. For the operator's
 * own receivers only, so an admin registers them; nobody else's are open here.
 */
@ApplicationScoped
class AlertWebhooks implements WebhookOffer {
    /** Before an alert's number. */
    static final String KEY = "alert-";

    @Override
    public List<String> types() {
        return List.of("clock.warned", "clock.breached", "clock.escalated", "quota.warned", "quota.missed");
    }

    @Override
    public boolean open(Caller caller) {
        return false;
    }

    static WebhookMessage message(Alert alert) {
        return new WebhookMessage(
                KEY + alert.alertId(), alert.subject() + "." + alert.kind(), alert.at(), EventJson.write(alert));
    }
}
