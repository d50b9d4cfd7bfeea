package io.leadloop.scoring.learned.rules;

import io.leadloop.agreement.rules.LeadActivity;
import io.leadloop.events.Profile;
import io.leadloop.events.Score;
import io.leadloop.events.Touch;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A lead and the moment for which it is looked at. Whatever happened after that moment is not looked at, also if it is in here.
 *
 * @param at when the lead was qualified, or now for one that is not
 * @param score of that moment; empty for imported history, which had none then
 */
public record KnownLead(
        Instant at, Profile profile, List<Touch> touches, List<LeadActivity> activities, Optional<Score> score) {
    public KnownLead {
        touches = List.copyOf(touches);
        activities = List.copyOf(activities);
    }
}
