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
        Expectation learned) {

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
                learned);
    }
}
