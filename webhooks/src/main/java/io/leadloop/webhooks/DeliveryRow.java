package io.leadloop.webhooks;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** One message to one receiver. Only {@link DeliveryStore} writes it, by statements. */
@Entity
@Table(name = "webhook_delivery")
class DeliveryRow {
    @Id
    @Column(name = "delivery_id")
    public UUID deliveryId;

    @Column(name = "webhook_id")
    public UUID webhookId;

    public String type;
    public String body;
    public String state;
    public int attempts;

    @Column(name = "next_at")
    public Instant nextAt;

    @Column(name = "last_at")
    public Instant lastAt;

    @Column(name = "last_status")
    public Integer lastStatus;

    @Column(name = "last_error")
    public String lastError;

    @Column(name = "created_at")
    public Instant createdAt;

    @Column(name = "delivered_at")
    public Instant deliveredAt;
}
