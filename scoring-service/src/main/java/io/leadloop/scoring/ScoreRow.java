package io.leadloop.scoring;

import io.leadloop.agreement.Grade;
import io.leadloop.agreement.rules.Assessment;
import io.leadloop.agreement.rules.NextChange;
import io.leadloop.events.ClosedLoopEvent;
import io.leadloop.events.ClosedLoopEvent.LeadLost;
import io.leadloop.events.ClosedLoopEvent.LeadRecycled;
import io.leadloop.events.ClosedLoopEvent.LeadReturned;
import io.leadloop.events.ClosedLoopEvent.LeadWon;
import io.leadloop.events.EventJson;
import io.leadloop.events.LeadEvent;
import io.leadloop.events.LeadEvent.LeadState;
import io.leadloop.events.Qualification;
import io.leadloop.events.Score;
import io.leadloop.scoring.rules.Standing;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/** A lead's row. Documents lie in it as the JSON that was or will be told, so that a new optional field needs no migration. */
@Entity
@Table(name = "lead_score")
class ScoreRow {
    @Id
    @Column(name = "lead_id")
    UUID leadId;

    @Column(name = "lead")
    String lead;

    @Column(name = "lead_version")
    long leadVersion;

    @Column(name = "closed_loop_version")
    long closedLoopVersion;

    @Column(name = "score")
    String score;

    @Column(name = "qualification")
    String qualification;

    @Column(name = "agreement_version")
    Integer agreementVersion;

    @Column(name = "scored_at")
    Instant scoredAt;

    @Column(name = "announced")
    String announced;

    @Column(name = "qualified_at")
    Instant qualifiedAt;

    @Column(name = "closed_at")
    Instant closedAt;

    @Column(name = "outcome")
    String outcome;

    @Column(name = "next_at")
    Instant nextAt;

    @Column(name = "next_grade")
    String nextGrade;

    @Column(name = "next_cause")
    String nextCause;

    @Column(name = "failures")
    int failures;

    @Column(name = "retry_at")
    Instant retryAt;

    @Column(name = "score_version")
    long scoreVersion;

    Optional<LeadState> lead() {
        return Optional.ofNullable(lead).map(json -> EventJson.read(json, LeadState.class));
    }

    Optional<Score> score() {
        return Optional.ofNullable(score).map(json -> EventJson.read(json, Score.class));
    }

    Standing standing() {
        return new Standing(
                score().map(this::assessment), qualification(announced), qualifiedAt != null, closedAt != null);
    }

    private Assessment assessment(Score last) {
        return new Assessment(
                last.fit(),
                last.interest(),
                Grade.of(last.grade()),
                Optional.ofNullable(last.persona()),
                last.contributions(),
                qualification(qualification));
    }

    /** Whether the event is news. */
    boolean take(LeadEvent event) {
        if (event.leadVersion() <= leadVersion) {
            return false;
        }
        leadVersion = event.leadVersion();
        lead = EventJson.write(event.lead());
        return true;
    }

    /** Whether the event is news. A returned lead stays with Sales, where the next rep is offered it. */
    boolean take(ClosedLoopEvent event) {
        if (event.leadVersion() <= closedLoopVersion) {
            return false;
        }
        closedLoopVersion = event.leadVersion();
        switch (event) {
            case LeadWon won -> close(won.occurredAt(), "won");
            case LeadLost lost -> close(lost.occurredAt(), "lost");
            case LeadRecycled recycled -> {
                closedAt = null;
                outcome = null;
                qualifiedAt = null;
            }
            case LeadReturned returned -> {}
        }
        return true;
    }

    private void close(Instant at, String how) {
        closedAt = at;
        outcome = how;
        next(Optional.empty());
    }

    /**
     * When it is to be looked at again, and what is known of that moment. Who can say so has scored it: it is put off no more.
     *
     * @return whether that is news
     */
    boolean next(Optional<NextChange> change) {
        boolean wasPutOff = retryAt != null;
        retryAt = null;
        failures = 0;
        Instant before = nextAt;
        nextAt = change.map(NextChange::at).orElse(null);
        nextGrade = change.map(next -> next.grade().toString()).orElse(null);
        nextCause =
                change.map(next -> next.cause().name().toLowerCase(Locale.ROOT)).orElse(null);
        return wasPutOff || !Objects.equals(before, nextAt);
    }

    boolean isClosed() {
        return closedAt != null;
    }

    static Qualification qualification(String word) {
        return Qualification.valueOf(word.toUpperCase(Locale.ROOT));
    }

    static String word(Qualification qualification) {
        return qualification.name().toLowerCase(Locale.ROOT);
    }
}
