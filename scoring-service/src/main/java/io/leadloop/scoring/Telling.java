package io.leadloop.scoring;

import io.leadloop.agreement.rules.Assessment;
import io.leadloop.events.Brief;
import io.leadloop.events.EventJson;
import io.leadloop.events.LeadEvent.LeadState;
import io.leadloop.events.OnDrop;
import io.leadloop.events.Score;
import io.leadloop.events.ScoreEvent;
import io.leadloop.events.ScoreEvent.LeadDisqualified;
import io.leadloop.events.ScoreEvent.LeadNurtured;
import io.leadloop.events.ScoreEvent.LeadQualified;
import io.leadloop.events.ScoreEvent.LeadScored;
import io.leadloop.scoring.rules.ScoringDecision;
import io.leadloop.scoring.rules.ScoringDecision.Kept;
import io.leadloop.scoring.rules.ScoringDecision.Reclassified;
import io.leadloop.scoring.rules.ScoringDecision.Rescored;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Carries a decision about one lead into its row, and into the words that the others hear. */
record Telling(ScoreRow row, LeadState lead, int agreementVersion, Instant at) {

    /** The events to publish, in order; none when the decision changes nothing. */
    List<ScoreEvent> of(ScoringDecision decision) {
        return switch (decision) {
            case Kept kept -> List.of();
            case Rescored(Assessment now, Optional<OnDrop> onDrop) -> List.of(scored(now, onDrop));
            case Reclassified(Assessment now, boolean rescored, Optional<OnDrop> onDrop) -> {
                List<ScoreEvent> events = new ArrayList<>();
                if (rescored) {
                    events.add(scored(now, onDrop));
                }
                if (onDrop.isPresent()) {
                    row.qualifiedAt = null;
                }
                events.addAll(reclassified(now));
                yield events;
            }
        };
    }

    private LeadScored scored(Assessment now, Optional<OnDrop> onDrop) {
        row.score = EventJson.write(score(now));
        row.qualification = ScoreRow.word(now.qualification());
        row.agreementVersion = agreementVersion;
        row.scoredAt = at;
        return new LeadScored(row.leadId, nextVersion(), at, agreementVersion, brief(now), onDrop.orElse(null));
    }

    private List<ScoreEvent> reclassified(Assessment now) {
        row.announced = ScoreRow.word(now.qualification());
        return switch (now.qualification()) {
            case MQL -> {
                row.qualifiedAt = at;
                yield List.of(new LeadQualified(row.leadId, nextVersion(), at, agreementVersion, brief(now)));
            }
            case NURTURE -> List.of(new LeadNurtured(row.leadId, nextVersion(), at, agreementVersion, brief(now)));
            case DISQUALIFIED ->
                List.of(new LeadDisqualified(row.leadId, nextVersion(), at, agreementVersion, brief(now)));
            case HELD, OTHER -> List.of(); // LeadScored says it; nobody acts on it
        };
    }

    private long nextVersion() {
        return ++row.scoreVersion;
    }

    private Brief brief(Assessment now) {
        return new Brief(
                lead.externalId(),
                lead.capturedAt(),
                lead.historical(),
                lead.profile(),
                lead.touches(),
                score(now),
                now.qualification());
    }

    private static Score score(Assessment now) {
        return new Score(
                now.fit(), now.interest(), now.grade().toString(), now.persona().orElse(null), now.contributions());
    }
}
