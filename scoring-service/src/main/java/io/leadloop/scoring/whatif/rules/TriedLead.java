package io.leadloop.scoring.whatif.rules;

import io.leadloop.events.Qualification;
import io.leadloop.scoring.rules.Difference;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * One lead under the agreement in force and under the draft.
 *
 * @param outcome {@code won} or {@code lost}, empty while it is open
 * @param before now, by the agreement in force
 * @param after now, by the draft
 * @param differences lines that differ between the two, of an open lead with another grade
 */
public record TriedLead(UUID leadId, Optional<String> outcome, Side before, Side after, List<Difference> differences) {

    public TriedLead {
        differences = List.copyOf(differences);
    }

    /** @param qualifiedAt when it first was an MQL, by all that is known of it today */
    public record Side(
            String grade, Qualification qualification, Optional<Instant> qualifiedAt, Optional<String> pool) {}

    /** Closed leads keep the grade they have. */
    public boolean changesGrade() {
        return outcome.isEmpty() && !before.grade().equals(after.grade());
    }
}
