package io.leadloop.sla.alert;

import io.leadloop.events.EventJson;
import io.leadloop.events.Quota;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** An alert as it lies in the table. Only {@link AlertStore} writes it, by statements. */
@Entity
@Table(name = "alert")
class AlertRow {
    @Id
    @Column(name = "alert_id")
    public long alertId;

    public String kind;
    public Instant at;

    @Column(name = "clock_id")
    public UUID clockId;

    public String clock;

    @Column(name = "lead_id")
    public UUID leadId;

    @Column(name = "handoff_id")
    public UUID handoffId;

    public Integer round;

    @Column(name = "rep_id")
    public String repId;

    @Column(name = "team_id")
    public String teamId;

    @Column(name = "manager_id")
    public String managerId;

    @Column(name = "started_at")
    public Instant startedAt;

    @Column(name = "due_at")
    public Instant dueAt;

    public Double share;

    public String action;

    /** As JSON; {@code null} for a clock's. */
    public String quota;

    @Column(name = "quota_id")
    public String quotaId;

    @Column(name = "quota_version")
    public Long quotaVersion;

    @Column(name = "acknowledged_at")
    public Instant acknowledgedAt;

    @Column(name = "acknowledged_by")
    public String acknowledgedBy;

    Alert asTold() {
        return new Alert(
                alertId,
                quotaId == null ? Alert.CLOCK : Alert.QUOTA,
                kind,
                at,
                clockId,
                clock,
                leadId,
                handoffId,
                round,
                repId,
                teamId,
                managerId,
                startedAt,
                dueAt,
                share,
                action,
                quota == null ? null : EventJson.read(quota, Quota.class),
                quotaVersion,
                acknowledgedAt,
                acknowledgedBy);
    }
}
