package io.leadloop.scoring.learned;

import io.leadloop.events.EventJson;
import io.leadloop.messaging.Database;
import io.leadloop.scoring.learned.rules.Counts;
import io.leadloop.scoring.learned.rules.Publishing;
import io.leadloop.scoring.learned.rules.Publishing.Published;
import io.leadloop.scoring.learned.rules.Publishing.Refused;
import io.leadloop.scoring.learned.rules.PublishingRules;
import io.leadloop.scoring.learned.rules.PublishingRules.Present;
import io.leadloop.scoring.learned.rules.Training;
import io.leadloop.scoring.learned.rules.TrainingResult.Learned;
import io.leadloop.scoring.learned.rules.TrainingResult.NotJudged;
import io.leadloop.scoring.learned.rules.TrainingResult.TooFew;
import io.leadloop.scoring.learned.solver.LiblinearSolver;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jboss.logging.Logger;

/** Trains a model beside the event loop, and shows it or keeps it as refused, in one transaction. */
@ApplicationScoped
class Learn {
    private static final Logger LOG = Logger.getLogger(Learn.class);

    private final Database database;
    private final ExampleStore examples;
    private final LearningStore learning;
    private final LoadExamples loadExamples;
    private final LearningSettings settings;
    private final Training training = new Training(new LiblinearSolver());

    Learn(
            Database database,
            ExampleStore examples,
            LearningStore learning,
            LoadExamples loadExamples,
            LearningSettings settings) {
        this.database = database;
        this.examples = examples;
        this.learning = learning;
        this.loadExamples = loadExamples;
        this.settings = settings;
    }

    /** @param work that this instance has claimed */
    Uni<Void> learn(LearningRow work) {
        return database.patiently(tx -> examples.counts(tx, settings.silenceIsLost()))
                .chain(counts -> {
                    if (!counts.areEnough()) {
                        return finish(work, Optional.empty(), Optional.empty());
                    }
                    return counts.areNewsSince(work.learnedFrom())
                            ? train(work, counts)
                            : finish(work, Optional.ofNullable(work.note), Optional.empty());
                });
    }

    private Uni<Void> finish(LearningRow work, Optional<String> note, Optional<Counts> learnedFrom) {
        return database.patiently(tx -> learning.finish(tx, work.claim, note, learnedFrom));
    }

    private Uni<Void> train(LearningRow work, Counts counts) {
        return loadExamples
                .all()
                .emitOn(Infrastructure.getDefaultWorkerPool())
                .map(training::train)
                .chain(result -> switch (result) {
                    case TooFew few -> finish(work, Optional.empty(), Optional.empty());
                    case NotJudged not -> finish(work, Optional.of(not.reason()), Optional.empty());
                    case Learned learned -> keep(work, counts, learned);
                });
    }

    private Uni<Void> keep(LearningRow work, Counts counts, Learned learned) {
        return present()
                .emitOn(Infrastructure.getDefaultWorkerPool())
                .map(present -> new Judged(present.map(Present::version), PublishingRules.decide(learned, present)))
                .chain(judged -> database.patiently(tx -> keep(tx, work, counts, learned, judged)));
    }

    /** A decision, and the version that it was made against. */
    private record Judged(Optional<Integer> against, Publishing publishing) {}

    private Uni<Optional<Present>> present() {
        return database.patiently(tx -> learning.state(tx)
                .chain(state -> state.present == null
                        ? Uni.createFrom().item(Optional.<Present>empty())
                        : learning.find(tx, state.present)
                                .map(row ->
                                        row.map(model -> new Present(model.version, model.model(), model.card())))));
    }

    private Uni<Void> keep(
            Mutiny.StatelessSession tx, LearningRow work, Counts counts, Learned learned, Judged judged) {
        return learning.lock(tx).chain(state -> {
            if (!work.claim.equals(state.claim)) {
                return Uni.createFrom().voidItem(); // it took too long, and another instance has the work
            }
            return learning.nextVersion(tx).chain(version -> {
                Optional<String> refusal = refusal(state, judged);
                ModelRow row = new ModelRow();
                row.version = version;
                row.refusal = refusal.orElse(null);
                row.won = counts.won();
                row.lost = counts.lost();
                row.card = EventJson.write(learned.card());
                row.model = EventJson.write(learned.model());
                LOG.infof(
                        "Model %d learned from %d leads: %s",
                        (Integer) version,
                        (Integer) learned.card().learnedFrom().leads(),
                        refusal.orElse("shown"));
                return learning.add(tx, row)
                        .chain(() -> refusal.isPresent() ? Uni.createFrom().voidItem() : learning.show(tx, version))
                        .chain(() -> learning.finish(tx, work.claim, refusal, Optional.of(counts)));
            });
        });
    }

    private static Optional<String> refusal(LearningRow state, Judged judged) {
        if (state.isHeld()) {
            return Optional.of("People put an earlier model back while this one was trained");
        }
        if (!Optional.ofNullable(state.present).equals(judged.against())) {
            return Optional.of("Another model was shown while this one was judged");
        }
        return switch (judged.publishing()) {
            case Published published -> Optional.empty();
            case Refused refused -> Optional.of(refused.reason());
        };
    }
}
