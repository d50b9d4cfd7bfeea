package io.leadloop.scoring.learned;

import io.leadloop.scoring.learned.rules.ModelCard;
import java.time.Instant;

/**
 * One model that was trained.
 *
 * @param state {@code present}, {@code earlier} (was shown, can be restored) or {@code refused}
 * @param reason why it was refused; absent otherwise
 * @param won how many outcomes were known when it was made
 * @param card absent in lists
 */
public record ModelVersion(
        int version,
        Instant madeAt,
        String state,
        String reason,
        int won,
        int lost,
        double auc,
        double aucLow,
        double aucHigh,
        double brier,
        double brierOfBaseRate,
        String verdict,
        ModelCard card) {

    static ModelVersion listed(ModelRow row, LearningRow state) {
        return of(row, state, null);
    }

    static ModelVersion whole(ModelRow row, LearningRow state) {
        return of(row, state, row.card());
    }

    private static ModelVersion of(ModelRow row, LearningRow state, ModelCard shown) {
        ModelCard card = row.card();
        boolean present = state.present != null && state.present == row.version;
        return new ModelVersion(
                row.version,
                row.madeAt,
                row.refusal != null ? "refused" : present ? "present" : "earlier",
                row.refusal,
                row.won,
                row.lost,
                card.judgement().ranking().auc(),
                card.judgement().ranking().low(),
                card.judgement().ranking().high(),
                card.judgement().brier(),
                card.judgement().brierOfBaseRate(),
                card.verdict(),
                shown);
    }
}
