package io.leadloop.handoff.offer;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;

/** The table {@code handoff}. */
@Entity
@Table(name = "handoff")
class HandoffRow {
    @Id
    @Column(name = "handoff_id")
    public UUID handoffId;

    @Column(name = "lead_id")
    public UUID leadId;

    public int round;
    public String state;

    @Column(name = "rep_id")
    public String repId;

    @Column(name = "rep_name")
    public String repName;

    @Column(name = "team_id")
    public String teamId;

    @Column(name = "manager_id")
    public String managerId;

    public String zone;
    public String pool;

    @Column(name = "agreement_version")
    public int agreementVersion;

    @Column(name = "offered_at")
    public Instant offeredAt;

    @Column(name = "accept_by")
    public Instant acceptBy;

    public boolean breached;

    @Column(name = "answered_at")
    public Instant answeredAt;

    @Column(name = "reject_reason")
    public String rejectReason;

    @Column(name = "reject_note")
    public String rejectNote;

    public int attempts;

    @Column(name = "closed_at")
    public Instant closedAt;

    public String outcome;
    public BigDecimal amount;
    public String currency;

    @Column(name = "outcome_reason")
    public String outcomeReason;

    @Column(name = "recycled_until")
    public Instant recycledUntil;

    public String pauses = "[]";

    @Column(name = "next_step")
    public String nextStep;

    @Column(name = "next_step_at")
    public Instant nextStepAt;

    @Column(name = "next_step_set_at")
    public Instant nextStepSetAt;

    @Column(name = "last_attempt_at")
    public Instant lastAttemptAt;

    public String brief;
    public String routing;
}
