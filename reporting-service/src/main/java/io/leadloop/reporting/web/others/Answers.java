package io.leadloop.reporting.web.others;

import io.leadloop.events.Clock;
import io.leadloop.events.Contribution;
import io.leadloop.events.Profile;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** The parts of the other services' answers that the lead's page shows. Fields it does not know are ignored. */
public final class Answers {

    private Answers() {}

    /** From lead-intake. */
    record Lead(Profile profile) {}

    /** From scoring-service. */
    public record Score(
            int fit,
            int interest,
            String grade,
            String persona,
            int agreementVersion,
            Instant scoredAt,
            List<Contribution> contributions,
            NextChange nextChange,
            Learned learned) {
        public Score {
            contributions = contributions == null ? List.of() : List.copyOf(contributions);
        }
    }

    /**
     * What outcomes of other leads say of this one.
     *
     * @param probability of being won, 0–1; {@code null} while too few outcomes are known
     */
    public record Learned(Double probability, List<Effect> inFavour, List<Effect> against, String note) {
        public Learned {
            inFavour = inFavour == null ? List.of() : List.copyOf(inFavour);
            against = against == null ? List.of() : List.copyOf(against);
        }
    }

    /** @param odds what the factor multiplies the odds of an average lead with */
    public record Effect(String factor, double odds) {}

    /** @param reason {@code decay} or {@code rule_expired} */
    public record NextChange(Instant at, String grade, String reason) {}

    /** A step of the score's history. */
    public record ScoreChange(
            Instant at,
            List<String> reasons,
            int fit,
            int interest,
            String grade,
            int agreementVersion,
            List<Difference> differences) {
        public ScoreChange {
            reasons = reasons == null ? List.of() : List.copyOf(reasons);
            differences = differences == null ? List.of() : List.copyOf(differences);
        }
    }

    /** A line that differs from the score before. */
    public record Difference(String axis, String rule, int before, int after) {}

    record ScoreChanges(List<ScoreChange> items) {}

    /** From handoff-service; only a single hand-off has a brief. */
    public record Handoff(
            UUID handoffId,
            int round,
            String state,
            String repId,
            String repName,
            String teamId,
            Instant offeredAt,
            Instant acceptBy,
            Instant answeredAt,
            String rejectReason,
            int attempts,
            BriefedPerson brief) {}

    /** Of the brief only who it is about. */
    public record BriefedPerson(Profile profile) {}

    record Handoffs(List<Handoff> items) {}

    /** From sla-tracker. */
    record Clocks(List<Clock> items) {}
}
