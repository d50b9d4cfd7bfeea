package io.leadloop.scoring;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;

/**
 * How far open leads have been scored by an agreement.
 *
 * @param state {@code running} or {@code finished}
 * @param leads open leads that had another agreement's score when it began
 * @param rescored looked at so far; a lead to which something happened meanwhile was scored then, and is not counted here
 * @param changed those of them whose score is another one now
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Rescoring(
        int agreementVersion,
        String state,
        Instant startedAt,
        Instant finishedAt,
        long leads,
        long rescored,
        long changed) {

    static Rescoring of(RescoringRow row) {
        return new Rescoring(
                row.agreementVersion,
                row.finishedAt == null ? "running" : "finished",
                row.startedAt,
                row.finishedAt,
                row.leads,
                row.lookedAt,
                row.changed);
    }
}
