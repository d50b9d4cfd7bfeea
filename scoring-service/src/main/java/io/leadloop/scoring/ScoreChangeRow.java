package io.leadloop.scoring;

import io.leadloop.agreement.rules.Assessment;
import io.leadloop.events.Contribution;
import io.leadloop.events.EventJson;
import io.leadloop.messaging.Ids;
import io.leadloop.scoring.rules.ChangeReason;
import io.leadloop.scoring.rules.Difference;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** A change of a score. */
@Entity
@Table(name = "score_change")
class ScoreChangeRow {
    @Id
    @Column(name = "change_id")
    UUID changeId;

    @Column(name = "lead_id")
    UUID leadId;

    @Column(name = "score_version")
    long scoreVersion;

    @Column(name = "changed_at")
    Instant changedAt;

    @Column(name = "reasons")
    String reasons;

    @Column(name = "fit")
    int fit;

    @Column(name = "interest")
    int interest;

    @Column(name = "grade")
    String grade;

    @Column(name = "qualification")
    String qualification;

    @Column(name = "agreement_version")
    int agreementVersion;

    @Column(name = "differences")
    String differences;

    /**
     * @param before the lines of the score before, none for the first
     * @param row as it is now
     */
    static ScoreChangeRow of(
            ScoreRow row, long scoreVersion, List<Contribution> before, Assessment now, Set<ChangeReason> reasons) {
        ScoreChangeRow change = new ScoreChangeRow();
        change.changeId = Ids.next();
        change.leadId = row.leadId;
        change.scoreVersion = scoreVersion;
        change.changedAt = row.scoredAt;
        change.reasons = reasons.stream().map(ChangeReason::word).sorted().collect(Collectors.joining(","));
        change.fit = now.fit();
        change.interest = now.interest();
        change.grade = now.grade().toString();
        change.qualification = ScoreRow.word(now.qualification());
        change.agreementVersion = row.agreementVersion;
        change.differences = EventJson.write(Difference.between(before, now.contributions()));
        return change;
    }
}
