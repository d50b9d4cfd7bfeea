package io.leadloop.messaging;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;

/** An event on its way to Kafka; its columns become the CloudEvents headers. Time and transaction id are the database's. */
@Entity
@Table(name = "outbox")
class OutboxRow {
    @Id
    public UUID id;

    public String topic;

    @Column(name = "key")
    public String key;

    public String type;
    public String source;
    public String subject;
    public String traceparent;
    public String payload;
}
