package io.leadloop.scoring.learned;

import io.leadloop.agreement.rules.LeadActivity;
import io.leadloop.events.EventJson;
import io.leadloop.events.LeadEvent.LeadState;
import io.leadloop.events.Score;
import io.leadloop.scoring.learned.rules.KnownLead;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What was known of a lead when it was qualified. Read only: the statements of the store write it. */
@Entity
@Table(name = "learned_example")
class KnownRow {
    @Id
    @Column(name = "lead_id")
    UUID leadId;

    @Column(name = "historical")
    boolean historical;

    @Column(name = "qualified_at")
    Instant qualifiedAt;

    @Column(name = "lead")
    String lead;

    @Column(name = "score")
    String score;

    @Column(name = "won")
    boolean won;

    KnownLead known(List<LeadActivity> activities) {
        LeadState state = EventJson.read(lead, LeadState.class);
        return new KnownLead(
                qualifiedAt,
                state.profile(),
                state.touches(),
                activities,
                Optional.ofNullable(score).map(json -> EventJson.read(json, Score.class)));
    }
}
