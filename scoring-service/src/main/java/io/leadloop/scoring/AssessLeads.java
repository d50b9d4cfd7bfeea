package io.leadloop.scoring;

import io.leadloop.agreement.inforce.InForce;
import io.leadloop.agreement.rules.Assessment;
import io.leadloop.agreement.rules.LeadActivity;
import io.leadloop.agreement.rules.ScoreCurve;
import io.leadloop.agreement.rules.ScoredLead;
import io.leadloop.agreement.rules.ScoringRules;
import io.leadloop.events.Contribution;
import io.leadloop.events.LeadEvent.LeadState;
import io.leadloop.events.Score;
import io.leadloop.events.ScoreEvent;
import io.leadloop.messaging.Outbox;
import io.leadloop.messaging.TraceSource;
import io.leadloop.scoring.rules.ChangeReason;
import io.leadloop.scoring.rules.QualificationRules;
import io.leadloop.scoring.rules.ScoringDecision;
import io.leadloop.scoring.rules.ScoringDecision.Kept;
import io.leadloop.scoring.rules.ScoringDecision.Reclassified;
import io.leadloop.scoring.rules.ScoringDecision.Rescored;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * Looks at leads again, whether something happened to them, time went by, or another agreement came into force: one look at what
 * they did, decisions in memory, one save, one append.
 */
@ApplicationScoped
class AssessLeads {
    private final ScoreStore store;
    private final Outbox outbox;

    AssessLeads(ScoreStore store, Outbox outbox) {
        this.store = store;
        this.outbox = outbox;
    }

    /**
     * @param rows to save in any case
     * @return how many scores changed
     */
    Uni<Integer> assess(
            Mutiny.StatelessSession tx,
            List<Look> looks,
            Set<ScoreRow> rows,
            InForce inForce,
            Instant at,
            TraceSource cause) {
        List<UUID> leadIds = looks.stream().map(look -> look.row().leadId).toList();
        return store.activities(tx, leadIds, ScoringRules.activityTypes(inForce.agreement()))
                .map(activities -> new Assessing(inForce, at, activities, new HashSet<>(rows)))
                .invoke(assessing -> looks.forEach(assessing::look))
                .chain(assessing -> store.save(tx, assessing.rows)
                        .chain(() -> store.keep(tx, assessing.changes))
                        .chain(() -> outbox.append(tx, assessing.events, cause))
                        .replaceWith(assessing.changes.size()));
    }

    /** The decisions of one batch. */
    private static final class Assessing {
        private final InForce inForce;
        private final Instant at;
        private final Map<UUID, List<LeadActivity>> activities;
        private final Set<ScoreRow> rows;
        private final List<ScoreChangeRow> changes = new ArrayList<>();
        private final List<ScoreEvent> events = new ArrayList<>();

        Assessing(InForce inForce, Instant at, Map<UUID, List<LeadActivity>> activities, Set<ScoreRow> rows) {
            this.inForce = inForce;
            this.at = at;
            this.activities = activities;
            this.rows = rows;
        }

        /** Of a lead that did something before it arrived nothing is said until it arrives. */
        void look(Look look) {
            look.row().lead().ifPresent(lead -> {
                if (look.row().isClosed() && look.row().score != null) {
                    leave(look.row());
                } else {
                    judge(look, lead);
                }
            });
        }

        private void leave(ScoreRow closed) {
            if (closed.next(Optional.empty())) {
                rows.add(closed);
            }
        }

        private void judge(Look look, LeadState lead) {
            ScoreRow row = look.row();
            ScoreCurve curve = ScoreCurve.of(
                    new ScoredLead(lead.profile(), lead.touches(), activities.getOrDefault(row.leadId, List.of())),
                    inForce.agreement());
            Assessment now = curve.at(at);
            Set<ChangeReason> reasons = look.reasonsUnder(inForce.version());
            List<Contribution> before = row.score().map(Score::contributions).orElse(List.of());
            ScoringDecision decision = QualificationRules.decide(
                    row.standing(),
                    now,
                    look.live() && !lead.historical(),
                    inForce.agreement().document().qualification().onDrop());
            long version = row.scoreVersion + 1;
            events.addAll(new Telling(row, lead, inForce.version(), at).of(decision));
            if (isAnotherScore(decision)) {
                changes.add(ScoreChangeRow.of(row, version, before, now, reasons));
            }
            row.agreementVersion = inForce.version();
            boolean moved = row.next(row.isClosed() ? Optional.empty() : curve.nextAfter(at));
            if (moved || !(decision instanceof Kept) || reasons.contains(ChangeReason.AGREEMENT)) {
                rows.add(row);
            }
        }

        private static boolean isAnotherScore(ScoringDecision decision) {
            return switch (decision) {
                case Kept kept -> false;
                case Rescored rescored -> true;
                case Reclassified reclassified -> reclassified.rescored();
            };
        }
    }
}
