package io.leadloop.scoring.learned;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** Something a lead had done by a moment. Read only: scoring keeps it. */
@Entity
@Table(name = "activity")
class DidRow {
    @Id
    @Column(name = "activity_id")
    UUID activityId;

    @Column(name = "lead_id")
    UUID leadId;

    @Column(name = "type")
    String type;

    @Column(name = "occurred_at")
    Instant occurredAt;
}
