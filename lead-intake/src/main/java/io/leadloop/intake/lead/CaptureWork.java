package io.leadloop.intake.lead;

import io.leadloop.events.Event;
import io.leadloop.intake.activity.ActivityRow;
import io.leadloop.intake.activity.ActivityStore;
import io.leadloop.intake.lead.CaptureLeads.Keyed;
import io.leadloop.intake.lead.IdempotencyKeys.IdempotencyKey;
import io.leadloop.intake.lead.IdempotencyKeys.StoredAnswer;
import io.leadloop.intake.lead.rules.CaptureOutcome;
import io.leadloop.intake.lead.rules.CaptureOutcome.Captured;
import io.leadloop.intake.lead.rules.CaptureOutcome.Joined;
import io.leadloop.intake.lead.rules.CaptureOutcome.KeyReused;
import io.leadloop.intake.lead.rules.CaptureOutcome.Replayed;
import io.leadloop.intake.lead.rules.Submission;
import io.leadloop.messaging.Trace;
import io.leadloop.messaging.TraceSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What a batch of submissions has come to so far: outcomes, loaded rows, events, and the trace of each lead. */
final class CaptureWork implements TraceSource {
    /** By the submission's proposed lead id. */
    final Map<UUID, CaptureOutcome> outcomes = new HashMap<>();
    /** Known leads that were loaded and must be written back. */
    final Map<UUID, LeadRow> changed = new LinkedHashMap<>();

    final List<Event> events = new ArrayList<>();
    private final Map<UUID, Boolean> historical = new HashMap<>();
    private final Map<UUID, Trace> traces = new HashMap<>();

    CaptureWork(List<Keyed> batch) {
        batch.forEach(item -> remember(item.submission().leadId(), item));
    }

    /** A submission whose lead turned out to be another than the proposed one. */
    void follow(Keyed item) {
        remember(leadOf(item.submission()), item);
    }

    private void remember(UUID leadId, Keyed item) {
        traces.put(leadId, item.trace());
        historical.put(leadId, item.submission().historical());
    }

    UUID leadOf(Submission submission) {
        return leadId(outcomes.get(submission.leadId()));
    }

    /** An activity of a lead that is among the {@link #changed}. */
    void record(ActivityRow activity) {
        long version = ++changed.get(activity.leadId).activityVersion;
        events.add(ActivityStore.recorded(activity, version, historical.get(activity.leadId)));
    }

    @Override
    public Trace traceFor(Event event) {
        return traces.getOrDefault(UUID.fromString(event.key()), Trace.fresh());
    }

    /** What to remember under the keys of submissions that belong to known leads, instead of the answer of a new one. */
    Map<IdempotencyKey, StoredAnswer> answersOfJoined(List<Keyed> joined) {
        Map<IdempotencyKey, StoredAnswer> answers = new LinkedHashMap<>();
        for (Keyed item : joined) {
            item.key()
                    .ifPresent(key ->
                            answers.put(key, new StoredAnswer(key.fingerprint(), leadOf(item.submission()), "joined")));
        }
        return answers;
    }

    private static UUID leadId(CaptureOutcome outcome) {
        return switch (outcome) {
            case Captured captured -> captured.leadId();
            case Joined joined -> joined.leadId();
            case Replayed replayed -> replayed.leadId();
            case KeyReused reused -> throw new IllegalStateException("A reused key has no lead");
        };
    }
}
