package io.leadloop.intake.lead.rules;

import io.leadloop.events.LeadEvent;
import io.leadloop.events.Profile;
import io.leadloop.events.StageReached;
import io.leadloop.events.Touch;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * One form post, API call or imported row, normalised.
 *
 * @param leadId the lead's id if it turns out to be a new one
 * @param email normalised; at least one of e-mail and external id is there
 * @param historical imported history: wakes no rep
 */
public record Submission(
        UUID leadId,
        Optional<String> email,
        Optional<String> externalId,
        Instant capturedAt,
        boolean historical,
        Profile profile,
        List<Touch> touches,
        List<StageReached> stages,
        List<SubmittedActivity> activities) {

    /** By what the lead is found again; two submissions that share one of these are the same lead. */
    public Set<String> identities() {
        Set<String> identities = new HashSet<>();
        email.ifPresent(address -> identities.add("email " + address));
        externalId.ifPresent(id -> identities.add("externalId " + id));
        return identities;
    }

    /** What the lead did, as its events tell it. */
    public List<LeadEvent.Activity> did() {
        return activities.stream()
                .map(activity -> new LeadEvent.Activity(activity.activityId(), activity.type(), activity.occurredAt()))
                .toList();
    }

    /** What the lead did at or before this submission. */
    public record SubmittedActivity(UUID activityId, String type, Instant occurredAt, Map<String, String> properties) {}
}
