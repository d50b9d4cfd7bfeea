package io.leadloop.events;

import java.util.List;

/**
 * Is this our buyer, does this buyer want something now, and why.
 *
 * @param fit 0–100
 * @param interest 0–100
 * @param grade letter of fit (A best … D) and number of interest (1 hottest … 4)
 * @param persona the agreement's name of this kind of buyer, or {@code null}
 */
public record Score(int fit, int interest, String grade, String persona, List<Contribution> contributions) {
    public Score {
        contributions = contributions == null ? List.of() : List.copyOf(contributions);
    }
}
