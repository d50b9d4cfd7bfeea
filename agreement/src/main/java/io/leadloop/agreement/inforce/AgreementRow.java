package io.leadloop.agreement.inforce;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** A signed agreement: the text, and who signed it (JSON list). */
@Entity
@Table(name = "agreement")
class AgreementRow {
    @Id
    public int version;

    @Column(name = "in_force_from")
    public Instant inForceFrom;

    @Column(name = "signed_at")
    public Instant signedAt;

    public String sha256;
    public String signatures;
    public String document;
}
