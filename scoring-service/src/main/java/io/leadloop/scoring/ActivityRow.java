package io.leadloop.scoring;

import io.leadloop.agreement.rules.LeadActivity;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** Something a lead did. */
@Entity
@Table(name = "activity")
class ActivityRow {
    @Id
    @Column(name = "activity_id")
    UUID activityId;

    @Column(name = "lead_id")
    UUID leadId;

    @Column(name = "type")
    String type;

    @Column(name = "occurred_at")
    Instant occurredAt;

    LeadActivity activity() {
        return new LeadActivity(activityId, type, occurredAt);
    }
}
