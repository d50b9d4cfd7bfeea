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
