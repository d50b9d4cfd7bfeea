package io.leadloop.messaging;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;

/** A record that could not be used: where it came from, why it was put aside, and its bytes. */
@Entity
@Table(name = "dead_letter")
class DeadLetterRow {
    @Id
    public UUID id;

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

    @Column(name = "event_id")
    public UUID eventId;

    public String reason;
}
