package io.leadloop.sla.agreement;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** The only draft there is. Only {@link DraftStore} writes it, by statements. */
@Entity
@Table(name = "agreement_draft")
class DraftRow {
    @Id
    @Column(name = "the_only")
    public boolean theOnly;

    public int version;
    public String sha256;
    public String document;

    @Column(name = "written_by")
    public String writtenBy;

    @Column(name = "written_at")
    public Instant writtenAt;
}
