package io.leadloop.scoring;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.leadloop.events.Contribution;
import io.leadloop.events.Qualification;
import io.leadloop.events.Score;
import io.leadloop.scoring.learned.Expectation;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * The answer to "how does this lead score, and why". Carries no personal data.
 *
 * @param persona absent while no persona fits
 * @param scoredAt the moment for which it is true; interest fades after it
 * @param contributions their points sum to the score, for each axis
 * @param nextChange when the grade changes, or a rule expires, if nothing happens before; absent: never, or the lead is closed
 * @param learned how likely it is to be won by what outcomes taught; nothing else depends on it
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record LeadScore(
        UUID leadId,
        int fit,
        int interest,
        String grade,
        String persona,
        Qualification qualification,
        int agreementVersion,
        Instant scoredAt,
        List<Contribution> contributions,
        NextChange nextChange,
        Expectation learned) {

    /**
     * @param grade from then on
     * @param reason {@code decay} or {@code rule_expired}
     */
    public record NextChange(Instant at, String grade, String reason) {
        static NextChange of(ScoreRow row) {
            return row.nextAt == null || row.nextGrade == null
                    ? null
                    : new NextChange(row.nextAt, row.nextGrade, row.nextCause);
        }
    }

    static LeadScore of(ScoreRow row, Score score, Expectation learned) {
        return new LeadScore(
                row.leadId,
                score.fit(),
                score.interest(),
                score.grade(),
                score.persona(),
                ScoreRow.qualification(row.qualification),
                row.agreementVersion,
                row.scoredAt,
                score.contributions(),
                NextChange.of(row),
                learned);
    }
}
