package io.leadloop.messaging;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** A record that could not be used: where it came from, why it was put aside, its bytes while it waits, what became of it. */
@Entity
@Table(name = "dead_letter")
class DeadLetterRow {
    @Id
    public UUID id;

    @Column(name = "received_at", insertable = false, updatable = false)
    public Instant receivedAt;

    public String topic;

    @Column(name = "kafka_partition")
    public int partition;

    @Column(name = "kafka_offset")
    public long offset;

    @Column(name = "record_key")
    public byte[] key;

    @Column(name = "record_value")
    public byte[] value;

    public String headers;

    /** Tells this record from another that lies at the same place, when a topic was made anew. */
    public String fingerprint;

    @Column(name = "event_id")
    public UUID eventId;

    public String type;

    @Column(name = "safe_key")
    public String safeKey;

    public String reason;

    @Column(insertable = false)
    public String state;

    @Column(insertable = false)
    public int tries;

    @Column(name = "last_tried_at", insertable = false)
    public Instant lastTriedAt;

    @Column(name = "last_failure", insertable = false)
    public String lastFailure;

    @Column(name = "settled_at", insertable = false)
    public Instant settledAt;

    @Column(name = "settled_by", insertable = false)
    public String settledBy;

    @Column(name = "discard_reason", insertable = false)
    public String discardReason;
}
