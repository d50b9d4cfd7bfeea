package io.leadloop.agreement.rules;

import io.leadloop.events.Profile;
import io.leadloop.events.Touch;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * All that is known of a lead when it is scored. The order of touches and activities does not matter, and an activity that is told
 * twice counts once.
 */
public record ScoredLead(Profile profile, List<Touch> touches, List<LeadActivity> activities) {
    public ScoredLead {
        touches = List.copyOf(touches);
        activities = List.copyOf(activities.stream()
                .collect(Collectors.toMap(
                        LeadActivity::activityId, Function.identity(), (one, same) -> one, LinkedHashMap::new))
                .values());
    }
}
