package io.leadloop.sla.clock;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
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
}
