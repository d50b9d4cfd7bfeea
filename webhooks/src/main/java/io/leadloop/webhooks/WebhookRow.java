package io.leadloop.webhooks;

import com.fasterxml.jackson.core.type.TypeReference;
import io.leadloop.events.EventJson;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/** Somebody who wants to be told. */
@Entity
@Table(name = "webhook")
class WebhookRow {
    @Id
    @Column(name = "webhook_id")
    public UUID webhookId;

    public String owner;
    public String url;
    public String types;
    public String state;

    @Column(name = "disabled_because")
    public String disabledBecause;

    public String secret;

    @Column(name = "former_secret")
    public String formerSecret;

    @Column(name = "former_secret_until")
    public Instant formerSecretUntil;

    @Column(name = "created_at")
    public Instant createdAt;

    List<String> types() {
        try {
            return EventJson.mapper().readValue(types, new TypeReference<>() {});
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** The newest first; the former one signs too until the receiver has had time to change. */
    List<String> secrets(Instant now) {
        return formerSecret != null && formerSecretUntil.isAfter(now)
                ? List.of(secret, formerSecret)
                : Stream.of(secret).toList();
    }
}
