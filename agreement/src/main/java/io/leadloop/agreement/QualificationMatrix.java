package io.leadloop.agreement;

import io.leadloop.events.OnDrop;
import io.leadloop.events.Qualification;
import java.util.Set;

/**
 * What each grade means to the two teams. A grade that is in no list is held: the lead may still qualify.
 *
 * @param onDrop what becomes of an MQL with Sales that drops below the line
 */
public record QualificationMatrix(Set<Grade> mql, Set<Grade> nurture, Set<Grade> disqualified, OnDrop onDrop) {

    public QualificationMatrix {
        mql = mql == null ? Set.of() : Set.copyOf(mql);
        nurture = nurture == null ? Set.of() : Set.copyOf(nurture);
        disqualified = disqualified == null ? Set.of() : Set.copyOf(disqualified);
        onDrop = onDrop == null ? OnDrop.KEEP : onDrop;
    }

    /**
     * What becomes of a lead.
     *
     * <ul>
     *   <li>The list that names its grade decides.
     *   <li>A lead of whom nothing is known is never disqualified: its D says "unknown", not "no".
     *   <li>Everything else is held.
     * </ul>
     *
     * @param profileKnown see {@link LeadFacts#profileKnown()}
     */
    public Qualification decide(Grade grade, boolean profileKnown) {
        if (mql.contains(grade)) {
            return Qualification.MQL;
        }
        if (nurture.contains(grade)) {
            return Qualification.NURTURE;
        }
        return disqualified.contains(grade) && profileKnown ? Qualification.DISQUALIFIED : Qualification.HELD;
    }
}
