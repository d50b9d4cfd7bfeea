package io.leadloop.scoring;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** How far open leads have been scored by an agreement that came into force. */
@Entity
@Table(name = "rescoring")
class RescoringRow {
    @Id
    @Column(name = "agreement_version")
    int agreementVersion;

    @Column(name = "started_at")
    Instant startedAt;

    @Column(name = "finished_at")
    Instant finishedAt;

    @Column(name = "leads")
    long leads;

    @Column(name = "looked_at")
    long lookedAt;

    @Column(name = "changed")
    long changed;
}
