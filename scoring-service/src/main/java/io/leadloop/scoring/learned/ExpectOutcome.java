package io.leadloop.scoring.learned;

import io.leadloop.events.LeadEvent.LeadState;
import io.leadloop.events.Score;
import io.leadloop.scoring.learned.rules.KnownLead;
import io.leadloop.scoring.learned.rules.Traits;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * What the model that is shown expects of a lead. Of one that was qualified by what was known then, as the model learned it from
 * others; of any other by what is known now.
 */
@ApplicationScoped
public class ExpectOutcome {
    private static final int FACTORS = 3;

    private final PresentModel presentModel;
    private final ExampleStore examples;

    ExpectOutcome(PresentModel presentModel, ExampleStore examples) {
        this.presentModel = presentModel;
        this.examples = examples;
    }

    /**
     * @param lead as it is known now
     * @param score as it is now
     * @param now the database's time
     */
    public Uni<Expectation> of(
            Mutiny.StatelessSession tx, UUID leadId, LeadState lead, Optional<Score> score, Instant now) {
        return presentModel
                .get(tx)
                .chain(ready -> ready.map(
                                model -> known(tx, leadId, lead, score, now).map(known -> expect(model, known)))
                        .orElseGet(() -> Uni.createFrom().item(Expectation.none())));
    }

    private static Expectation expect(PresentModel.Ready model, KnownLead known) {
        return Expectation.of(model, model.reader().expect(Traits.of(known), FACTORS));
    }

    private Uni<KnownLead> known(
            Mutiny.StatelessSession tx, UUID leadId, LeadState lead, Optional<Score> score, Instant now) {
        return examples.find(tx, leadId).chain(qualified -> {
            Instant at = qualified.map(row -> row.qualifiedAt).orElse(now);
            boolean historical = qualified.map(row -> row.historical).orElse(lead.historical());
            return examples.activities(tx, List.of(leadId), List.of(at), List.of(historical))
                    .map(found -> found.getOrDefault(leadId, List.of()))
                    .map(activities -> qualified
                            .map(row -> row.known(activities))
                            .orElseGet(() -> new KnownLead(
                                    at,
                                    lead.profile(),
                                    lead.touches(),
                                    activities,
                                    score.filter(present -> !historical))));
        });
    }
}
