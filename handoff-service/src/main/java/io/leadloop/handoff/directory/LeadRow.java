package io.leadloop.handoff.directory;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** The table {@code lead}. */
@Entity
@Table(name = "lead")
class LeadRow {
    @Id
    @Column(name = "lead_id")
    public UUID leadId;

    @Column(name = "external_id")
    public String externalId;

    public String email;

    @Column(name = "captured_at")
    public Instant capturedAt;

    public String source;
    public String medium;
    public String campaign;

    @Column(name = "landing_page")
    public String landingPage;

    public String stages;

    @Column(name = "qualified_at")
    public Instant qualifiedAt;

    public String brief;

    @Column(name = "leads_version")
    public long leadsVersion;

    @Column(name = "scores_version")
    public long scoresVersion;

    @Column(name = "handoffs_version")
    public long handoffsVersion;

    @Column(name = "closed_loop_version")
    public long closedLoopVersion;
}
