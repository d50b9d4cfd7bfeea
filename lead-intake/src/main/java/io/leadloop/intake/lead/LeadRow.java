package io.leadloop.intake.lead;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** A lead; profile, touches and stages are JSON as events carry them. Written back only while it is locked. */
@Entity
@Table(name = "lead")
class LeadRow {
    @Id
    @Column(name = "lead_id")
    public UUID leadId;

    public String email;

    @Column(name = "external_id")
    public String externalId;

    @Column(name = "captured_at")
    public Instant capturedAt;

    public boolean historical;
    public String profile;
    public String touches;
    public String stages;

    public String status;

    @Column(name = "status_at")
    public Instant statusAt;

    @Column(name = "lead_version")
    public long leadVersion;

    @Column(name = "activity_version")
    public long activityVersion;
}
