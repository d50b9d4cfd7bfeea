package io.leadloop.agreement.rules;

import io.leadloop.events.Profile;
import io.leadloop.events.Touch;
import java.util.List;

/** All that is known of a lead when it is scored. The order of touches and activities does not matter. */
public record ScoredLead(Profile profile, List<Touch> touches, List<LeadActivity> activities) {
    public ScoredLead {
        touches = List.copyOf(touches);
        activities = List.copyOf(activities);
    }
}
