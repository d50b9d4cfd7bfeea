package io.leadloop.intake.activity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** Something that somebody did; {@code leadId} is null while the lead is not known. */
@Entity
@Table(name = "activity")
public class ActivityRow {
    @Id
    @Column(name = "activity_id")
    public UUID activityId;

    @Column(name = "lead_id")
    public UUID leadId;

    public String email;

    @Column(name = "external_id")
    public String externalId;

    public String type;

    @Column(name = "occurred_at")
    public Instant occurredAt;

    public String properties;
}
