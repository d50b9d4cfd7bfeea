package io.leadloop.scoring.learned;

import io.leadloop.scoring.learned.rules.Counts;
import io.leadloop.scoring.learned.rules.ModelCard;
import java.time.Instant;

/**
 * What is known of the learned score.
 *
 * @param state {@code published} if there is a model that leads show, {@code unknown} otherwise
 * @param version of the model, with {@code madeAt} and {@code card}; absent while there is none
 * @param note why there is none, or why the latest training gave none
 * @param held who put this model back and when: nothing is learned until somebody lets it go on
 */
public record LearnedModelAnswer(
        String state, Integer version, Instant madeAt, String note, Outcomes outcomes, Held held, ModelCard card) {

    /**
     * Leads of which it is known what was known when they were qualified, and what became of them.
     *
     * @param needed so many of each
     */
    public record Outcomes(int won, int lost, int needed, int missingWon, int missingLost) {
        static Outcomes of(Counts counts) {
            return new Outcomes(counts.won(), counts.lost(), Counts.NEEDED, counts.missingWon(), counts.missingLost());
        }
    }

    public record Held(Instant since, String by) {
        static Held of(LearningRow state) {
            return state.isHeld() ? new Held(state.heldSince, state.heldBy) : null;
        }
    }

    static LearnedModelAnswer unknown(LearningRow state, Counts counts) {
        String note = counts.areEnough()
                ? state.note == null ? "There are enough outcomes; the first model is being made." : state.note + "."
                : "It does not know yet: %d more won and %d more lost leads are needed."
                        .formatted(counts.missingWon(), counts.missingLost());
        return new LearnedModelAnswer("unknown", null, null, note, Outcomes.of(counts), Held.of(state), null);
    }

    static LearnedModelAnswer published(LearningRow state, Counts counts, ModelRow model) {
        return new LearnedModelAnswer(
                "published",
                model.version,
                model.madeAt,
                state.note,
                Outcomes.of(counts),
                Held.of(state),
                model.card());
    }
}
