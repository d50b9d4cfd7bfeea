package io.leadloop.intake.lead;

import io.leadloop.events.ActivityEvent.ActivityRecorded;
import io.leadloop.events.EventJson;
import io.leadloop.events.LeadEvent;
import io.leadloop.events.LeadEvent.LeadCaptured;
import io.leadloop.events.LeadEvent.LeadUpdated;
import io.leadloop.events.LeadKeyed;
import io.leadloop.intake.activity.ActivityRow;
import io.leadloop.intake.activity.ActivityStore;
import io.leadloop.intake.activity.ActivityStore.Identity;
import io.leadloop.intake.lead.IdempotencyKeys.IdempotencyKey;
import io.leadloop.intake.lead.IdempotencyKeys.StoredAnswer;
import io.leadloop.intake.lead.rules.CaptureOutcome;
import io.leadloop.intake.lead.rules.CaptureOutcome.Captured;
import io.leadloop.intake.lead.rules.CaptureOutcome.Joined;
import io.leadloop.intake.lead.rules.CaptureOutcome.KeyReused;
import io.leadloop.intake.lead.rules.CaptureOutcome.Replayed;
import io.leadloop.intake.lead.rules.JoinRules;
import io.leadloop.intake.lead.rules.KnownLead;
import io.leadloop.intake.lead.rules.Submission;
import io.leadloop.intake.lead.rules.Submission.SubmittedActivity;
import io.leadloop.messaging.Outbox;
import io.leadloop.messaging.Trace;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * Captures a batch of submissions in the caller's transaction: keys, leads, activities and events commit together. No two
 * submissions of a batch may share an identity or a key.
 */
@ApplicationScoped
class CaptureLeads {
    private final LeadStore leads;
    private final IdempotencyKeys keys;
    private final ActivityStore activities;
    private final Outbox outbox;

    CaptureLeads(LeadStore leads, IdempotencyKeys keys, ActivityStore activities, Outbox outbox) {
        this.leads = leads;
        this.keys = keys;
        this.activities = activities;
        this.outbox = outbox;
    }

    /** A submission with the key that it came under, if any, and the trace that it goes on with. */
    record Keyed(Submission submission, Optional<IdempotencyKey> key, Trace trace) {}

    /** @return what became of each, in the same order */
    Uni<List<CaptureOutcome>> capture(Mutiny.StatelessSession tx, List<Keyed> batch) {
        List<IdempotencyKey> claimed =
                batch.stream().flatMap(item -> item.key().stream()).toList();
        return keys.claim(tx, claimed).chain(answered -> {
            CaptureWork work = new CaptureWork();
            List<Submission> fresh = new ArrayList<>();
            for (Keyed item : batch) {
                Optional<StoredAnswer> before = item.key().map(key -> answered.get(key.id()));
                if (before.isPresent()) {
                    work.outcomes.put(
                            item.submission().leadId(), replay(item.key().get(), before.get()));
                } else {
                    fresh.add(item.submission());
                    work.traces.put(item.submission().leadId(), item.trace());
                }
            }
            return captureFresh(tx, fresh, work)
                    .invoke(() -> batch.forEach(work::follow))
                    .chain(() -> recordActivities(tx, fresh, work))
                    .chain(() -> leads.update(tx, List.copyOf(work.changed.values())))
                    .chain(() -> keys.answer(tx, work.answers(batch)))
                    .chain(() -> outbox.append(tx, work.events, work))
                    .map(done -> batch.stream()
                            .map(item -> work.outcomes.get(item.submission().leadId()))
                            .toList());
        });
    }

    private static CaptureOutcome replay(IdempotencyKey key, StoredAnswer before) {
        return key.fingerprint().equals(before.fingerprint())
                ? new Replayed(before.leadId(), before.status())
                : new KeyReused();
    }

    private Uni<Void> captureFresh(Mutiny.StatelessSession tx, List<Submission> fresh, CaptureWork work) {
        if (fresh.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        List<ActivityRow> submitted = new ArrayList<>();
        List<LeadKeyed> events = new ArrayList<>();
        Set<UUID> activityIds = new HashSet<>();
        for (Submission submission : fresh) {
            events.add(captured(submission));
            long version = 0;
            for (ActivityRow activity : rows(submission.leadId(), submission)) {
                if (activityIds.add(activity.activityId)) {
                    submitted.add(activity);
                    events.add(ActivityStore.recorded(activity, ++version, submission.historical()));
                }
            }
        }
        return leads.capture(
                        tx,
                        fresh,
                        ActivityStore.prepare(submitted),
                        outbox.prepare(events, CaptureLeads::whatHasToHappen, work))
                .chain(captured -> {
                    List<Submission> further = new ArrayList<>();
                    for (Submission submission : fresh) {
                        if (captured.contains(submission.leadId())) {
                            work.outcomes.put(submission.leadId(), new Captured(submission.leadId()));
                        } else {
                            further.add(submission);
                        }
                    }
                    return join(tx, further, work);
                });
    }

    private static UUID whatHasToHappen(LeadKeyed event) {
        return event instanceof ActivityRecorded recorded ? recorded.activityId() : event.leadId();
    }

    private Uni<Void> join(Mutiny.StatelessSession tx, List<Submission> further, CaptureWork work) {
        if (further.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return leads.lock(tx, identities(further, Submission::email), identities(further, Submission::externalId))
                .invoke(rows -> {
                    Map<String, LeadRow> byEmail = index(rows, row -> row.email);
                    Map<String, LeadRow> byExternalId = index(rows, row -> row.externalId);
                    for (Submission submission : further) {
                        LeadRow row = submission
                                .email()
                                .map(byEmail::get)
                                .or(() -> submission.externalId().map(byExternalId::get))
                                .orElseThrow();
                        joinOne(submission, withFreeIdentities(submission, byEmail, byExternalId, row), row, work);
                    }
                })
                .replaceWithVoid();
    }

    /** An identity that another lead has already stays with it: leads are merged on purpose, never by a form. */
    private static Submission withFreeIdentities(
            Submission submission, Map<String, LeadRow> byEmail, Map<String, LeadRow> byExternalId, LeadRow target) {
        return new Submission(
                submission.leadId(),
                submission.email().filter(email -> Objects.requireNonNullElse(byEmail.get(email), target) == target),
                submission
                        .externalId()
                        .filter(id -> Objects.requireNonNullElse(byExternalId.get(id), target) == target),
                submission.capturedAt(),
                submission.historical(),
                submission.profile(),
                submission.touches(),
                submission.stages(),
                submission.activities());
    }

    private static void joinOne(Submission submission, Submission free, LeadRow row, CaptureWork work) {
        KnownLead joined = JoinRules.join(LeadStore.known(row), free);
        LeadStore.write(row, joined);
        work.changed.put(row.leadId, row);
        work.outcomes.put(submission.leadId(), new Joined(row.leadId));
        work.events.add(new LeadUpdated(
                row.leadId, row.leadVersion, submission.capturedAt(), LeadStore.state(joined), did(submission)));
    }

    /** Those of known leads, and those that waited for one. */
    private Uni<Void> recordActivities(Mutiny.StatelessSession tx, List<Submission> fresh, CaptureWork work) {
        List<ActivityRow> submitted = new ArrayList<>();
        List<Identity> identities = new ArrayList<>();
        for (Submission submission : fresh) {
            UUID leadId = work.leadOf(submission);
            if (!leadId.equals(submission.leadId())) {
                submitted.addAll(rows(leadId, submission));
            }
            identities.add(new Identity(
                    leadId,
                    submission.email().orElse(null),
                    submission.externalId().orElse(null)));
            work.historical.put(leadId, submission.historical());
        }
        return activities
                .insert(tx, submitted)
                .chain(inserted -> activities.joinWaiting(tx, identities).chain(waited -> {
                    List<ActivityRow> recorded = Stream.concat(
                                    submitted.stream().filter(row -> inserted.remove(row.activityId)), waited.stream())
                            .toList();
                    return lockUnchanged(tx, waited, work).invoke(() -> recorded.forEach(work::record));
                }));
    }

    /** Leads whose waiting activities arrive are loaded, to count on from their activity version. */
    private Uni<Void> lockUnchanged(Mutiny.StatelessSession tx, List<ActivityRow> waited, CaptureWork work) {
        List<UUID> missing = waited.stream()
                .map(row -> row.leadId)
                .filter(leadId -> !work.changed.containsKey(leadId))
                .distinct()
                .toList();
        return missing.isEmpty()
                ? Uni.createFrom().voidItem()
                : leads.lock(tx, missing)
                        .invoke(rows -> rows.forEach(row -> {
                            work.changed.put(row.leadId, row);
                        }))
                        .replaceWithVoid();
    }

    private static List<ActivityRow> rows(UUID leadId, Submission submission) {
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
                did(submission));
    }

    private static List<LeadEvent.Activity> did(Submission submission) {
        return submission.activities().stream()
                .map(activity -> new LeadEvent.Activity(activity.activityId(), activity.type(), activity.occurredAt()))
                .toList();
    }

    private static Collection<String> identities(
            List<Submission> submissions, Function<Submission, Optional<String>> identity) {
        return submissions.stream()
                .flatMap(submission -> identity.apply(submission).stream())
                .toList();
    }

    private static Map<String, LeadRow> index(List<LeadRow> rows, Function<LeadRow, String> identity) {
        Map<String, LeadRow> index = new HashMap<>();
        rows.stream().filter(row -> identity.apply(row) != null).forEach(row -> index.put(identity.apply(row), row));
        return index;
    }
}
