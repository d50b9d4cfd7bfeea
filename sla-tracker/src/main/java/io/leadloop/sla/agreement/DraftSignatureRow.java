package io.leadloop.sla.agreement;

import io.leadloop.sla.agreement.rules.DraftSignature;
import io.leadloop.sla.agreement.rules.Party;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/** One side's signature under the draft. Only {@link DraftStore} writes it, by statements. */
@Entity
@Table(name = "agreement_draft_signature")
class DraftSignatureRow {
    @Id
    public String party;

    @Column(name = "signed_by")
    public String signedBy;

    @Column(name = "signed_at")
    public Instant signedAt;

    @Column(name = "in_force_from")
    public Instant inForceFrom;

    DraftSignature signature() {
        return new DraftSignature(
                Party.valueOf(party.toUpperCase(Locale.ROOT)), signedBy, signedAt, Optional.ofNullable(inForceFrom));
    }
}
