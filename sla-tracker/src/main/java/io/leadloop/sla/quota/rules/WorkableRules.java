package io.leadloop.sla.quota.rules;

import io.leadloop.events.HandoffState;
import java.util.List;
import java.util.Optional;

/**
 * Whether an MQL counts as delivered to Sales.
 *
 * <ul>
 *   <li>What became of the last hand-off after it qualified decides; while there is none, it counts.
 *   <li>Rejected: not if the reason is one of those that the agreement calls not workable, which is every reason if it names none.
 *   <li>Withdrawn before anybody accepted it: no. Its score dropped, and Marketing has it back. When it qualifies again, it counts.
 *   <li>Withdrawn from a rep who had accepted it: yes. The rep broke a promise; the lead is as workable as before.
 *   <li>Offered, accepted, expired or closed: yes. What Sales makes of it is Sales' promise.
 * </ul>
 */
public final class WorkableRules {
    private WorkableRules() {}

    /**
     * What became of a hand-off.
     *
     * @param answered accepted or rejected at some time
     */
    public record Fate(HandoffState state, boolean answered, Optional<String> rejectReason) {}

    /** @param notWorkable reasons of a rejection; empty: every one */
    public static boolean counts(Optional<Fate> last, Optional<List<String>> notWorkable) {
        return last.map(fate -> switch (fate.state()) {
                    case OFFERED, ACCEPTED, EXPIRED, CLOSED, OTHER -> true;
                    case REJECTED ->
                        notWorkable
                                .filter(reasons -> fate.rejectReason()
                                        .filter(reasons::contains)
                                        .isEmpty())
                                .isPresent();
                    case WITHDRAWN -> fate.answered();
                })
                .orElse(true);
    }
}
