package io.leadloop.intake.lead;

import io.leadloop.events.ActivityEvent.ActivityRecorded;
import io.leadloop.events.EventJson;
import io.leadloop.events.LeadEvent.LeadCaptured;
import io.leadloop.events.LeadKeyed;
import io.leadloop.intake.activity.ActivityRow;
import io.leadloop.intake.activity.ActivityStore;
import io.leadloop.intake.lead.CaptureLeads.Keyed;
import io.leadloop.intake.lead.IdempotencyKeys.IdempotencyKey;
import io.leadloop.intake.lead.rules.KnownLead;
import io.leadloop.intake.lead.rules.Submission;
import io.leadloop.intake.lead.rules.Submission.SubmittedActivity;
import io.leadloop.messaging.Outbox;
import io.leadloop.messaging.TraceSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;

/** A batch of submissions as if each were a new lead: what is to be written and said of those that turn out to be one. */
final class NewLeads {
    private final List<Keyed> batch;
    private final String activities;
    private final String events;

    NewLeads(List<Keyed> batch, Outbox outbox, TraceSource cause) {
        this.batch = batch;
        List<ActivityRow> did = new ArrayList<>();
        List<LeadKeyed> happened = new ArrayList<>();
        Set<UUID> activityIds = new HashSet<>();
        for (Submission submission : submissions()) {
            happened.add(captured(submission));
            long version = 0;
            for (ActivityRow activity : activitiesOf(submission.leadId(), submission)) {
                if (activityIds.add(activity.activityId)) {
                    did.add(activity);
                    happened.add(ActivityStore.recorded(activity, ++version, submission.historical()));
                }
            }
        }
        this.activities = ActivityStore.prepare(did);
        this.events = outbox.prepare(happened, NewLeads::whatHasToHappen, cause);
    }

    List<Submission> submissions() {
        return batch.stream().map(Keyed::submission).toList();
    }

    /** How far each lead's activities will be numbered. */
    Long[] activityVersions() {
        return batch.stream()
                .map(item -> (long) item.submission().activities().size())
                .toArray(Long[]::new);
    }

    /** A part of each key, {@code null} where there is none. */
    String[] keys(Function<IdempotencyKey, String> part) {
        return batch.stream().map(item -> item.key().map(part).orElse(null)).toArray(String[]::new);
    }

    /** For {@link ActivityStore#insertThose}. */
    String activities() {
        return activities;
    }

    /** For {@link Outbox#say}, about the ids of leads and activities. */
    String events() {
        return events;
    }

    /** What somebody did, as the lead's. */
    static List<ActivityRow> activitiesOf(UUID leadId, Submission submission) {
        return submission.activities().stream()
                .map(activity -> row(leadId, activity))
                .toList();
    }

    private static ActivityRow row(UUID leadId, SubmittedActivity activity) {
        ActivityRow row = new ActivityRow();
        row.activityId = activity.activityId();
        row.leadId = leadId;
        row.type = activity.type();
        row.occurredAt = activity.occurredAt();
        row.properties = EventJson.write(activity.properties());
        return row;
    }

    private static UUID whatHasToHappen(LeadKeyed event) {
        return event instanceof ActivityRecorded recorded ? recorded.activityId() : event.leadId();
    }

    private static LeadCaptured captured(Submission submission) {
        return new LeadCaptured(
                submission.leadId(),
                1,
                submission.capturedAt(),
                LeadStore.state(new KnownLead(
                        submission.email(),
                        submission.externalId(),
                        submission.capturedAt(),
                        submission.historical(),
                        submission.profile(),
                        submission.touches(),
                        submission.stages())),
                submission.did());
    }
}
