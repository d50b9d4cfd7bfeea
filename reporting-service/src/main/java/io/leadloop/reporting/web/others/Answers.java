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
            List<Contribution> contributions) {
        public Score {
            contributions = contributions == null ? List.of() : List.copyOf(contributions);
        }
    }

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
