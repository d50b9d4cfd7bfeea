package io.leadloop.events;

import java.math.BigDecimal;
import java.util.Map;

/**
 * What Marketing needs to learn from an outcome, without personal data. Components may be {@code null} where unknown.
 *
 * @param source of the first touch
 * @param campaign of the first touch
 * @param persona at hand-off; for imported history as the file says
 * @param grade at hand-off
 * @param daysInStage days spent in each stage that was left, by the stage's name; never {@code null}
 */
public record LeadOrigin(
        String source,
        String medium,
        String campaign,
        String landingPage,
        String persona,
        Integer fit,
        Integer interest,
        String grade,
        Map<String, BigDecimal> daysInStage) {
    public LeadOrigin {
        daysInStage = daysInStage == null ? Map.of() : Map.copyOf(daysInStage);
    }
}
