package io.leadloop.scoring;

import io.leadloop.scoring.rules.ChangeReason;
import java.util.EnumSet;
import java.util.Set;

/**
 * A lead that is to be looked at again, its row locked.
 *
 * @param live whether something happened to it now, as opposed to imported history
 * @param reasons at least one
 */
record Look(ScoreRow row, boolean live, Set<ChangeReason> reasons) {

    /** With one more reason if the score that it has is by another agreement. */
    Set<ChangeReason> reasonsUnder(int agreementVersion) {
        if (row.agreementVersion == null || row.agreementVersion == agreementVersion) {
            return reasons;
        }
        EnumSet<ChangeReason> all = EnumSet.of(ChangeReason.AGREEMENT);
        all.addAll(reasons);
        return all;
    }
}
