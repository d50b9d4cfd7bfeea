package io.leadloop.sla.clock;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** The lock of a lead's clocks, and how many events were published about them. */
@Entity
@Table(name = "lead")
class LeadRow {
    @Id
    @Column(name = "lead_id")
    public UUID leadId;

    @Column(name = "sla_version")
    public long slaVersion;

    /** The latest qualification. */
    @Column(name = "qualified_at")
    public Instant qualifiedAt;

    /** The latest offer. */
    @Column(name = "offered_at")
    public Instant offeredAt;

    /** Offered or accepted, as far as was heard. */
    @Column(name = "open_handoff")
    public UUID openHandoff;

    /** The latest that has an outcome. */
    @Column(name = "closed_handoff")
    public UUID closedHandoff;

    @Column(name = "closed_at")
    public Instant closedAt;
}
