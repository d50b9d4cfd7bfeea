package io.leadloop.scoring;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import io.leadloop.events.EventJson;
import io.leadloop.events.Qualification;
import io.leadloop.scoring.rules.Difference;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;

/**
 * One step of a score's history.
 *
 * @param reasons why the lead was looked at: {@code activity}, {@code profile}, {@code decay}, {@code rule_expired},
 *     {@code agreement}, {@code reopened}
 * @param differences the lines that differ from the score before
 */
public record ScoreChange(
        Instant at,
        List<String> reasons,
        int fit,
        int interest,
        String grade,
        Qualification qualification,
        int agreementVersion,
        List<Difference> differences) {

    static ScoreChange of(ScoreChangeRow row) {
        return new ScoreChange(
                row.changedAt,
                List.of(row.reasons.split(",", -1)),
                row.fit,
                row.interest,
                row.grade,
                ScoreRow.qualification(row.qualification),
                row.agreementVersion,
                differences(row.differences));
    }

    private static List<Difference> differences(String json) {
        try {
            return EventJson.mapper().readValue(json, new TypeReference<>() {});
        } catch (JsonProcessingException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
