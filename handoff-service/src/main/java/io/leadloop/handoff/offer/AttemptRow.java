package io.leadloop.handoff.offer;

import io.leadloop.events.Attempt;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** The table {@code attempt}. */
@Entity
@Table(name = "attempt")
class AttemptRow {
    @Id
    @Column(name = "attempt_id")
    public UUID attemptId;

    @Column(name = "handoff_id")
    public UUID handoffId;

    public String channel;
    public String result;
    public String note;

    @Column(name = "made_by")
    public String madeBy;

    @Column(name = "made_at")
    public Instant madeAt;

    static AttemptRow of(UUID attemptId, UUID handoffId, Attempt attempt) {
        AttemptRow row = new AttemptRow();
        row.attemptId = attemptId;
        row.handoffId = handoffId;
        row.channel = attempt.channel();
        row.result = attempt.result();
        row.note = attempt.note();
        row.madeBy = attempt.by();
        row.madeAt = attempt.at();
        return row;
    }

    Attempt attempt() {
        return new Attempt(channel, result, note, madeBy, madeAt);
    }
}
