package io.leadloop.reporting.funnel;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;

/** The table {@code lead_funnel}. Never leaves the store. */
@Entity
@Table(name = "lead_funnel")
class FunnelRow {
    @Id
    @Column(name = "lead_id")
    UUID leadId;

    @Column(name = "captured_at")
    Instant capturedAt;

    boolean historical;
    String source;
    String medium;
    String campaign;

    @Column(name = "landing_page")
    String landingPage;

    String company;
    String country;

    @Column(name = "imported_stage")
    String importedStage;

    String grade;
    String persona;
    String qualification;

    @Column(name = "mql_at")
    Instant mqlAt;

    @Column(name = "sql_at")
    Instant sqlAt;

    @Column(name = "handoff_state")
    String handoffState;

    @Column(name = "handoff_rep")
    String handoffRep;

    @Column(name = "offered_at")
    Instant offeredAt;

    int attempts;
    String outcome;

    @Column(name = "outcome_at")
    Instant outcomeAt;

    @Column(name = "outcome_rep")
    String outcomeRep;

    @Column(name = "outcome_persona")
    String outcomePersona;

    @Column(name = "outcome_reason")
    String outcomeReason;

    BigDecimal amount;
    String currency;
    short reached;
    String stage;

    @Column(name = "leads_version")
    long leadsVersion;

    @Column(name = "scores_version")
    long scoresVersion;

    @Column(name = "handoffs_version")
    long handoffsVersion;

    @Column(name = "closed_loop_version")
    long closedLoopVersion;
}
