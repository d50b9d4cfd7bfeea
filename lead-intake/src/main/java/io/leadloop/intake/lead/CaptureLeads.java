package io.leadloop.intake.lead;

import io.leadloop.events.LeadEvent.LeadUpdated;
import io.leadloop.intake.activity.ActivityRow;
import io.leadloop.intake.activity.ActivityStore;
import io.leadloop.intake.activity.ActivityStore.Identity;
import io.leadloop.intake.lead.IdempotencyKeys.IdempotencyKey;
import io.leadloop.intake.lead.IdempotencyKeys.JustForgotten;
import io.leadloop.intake.lead.IdempotencyKeys.StoredAnswer;
import io.leadloop.intake.lead.LeadStore.Found;
import io.leadloop.intake.lead.rules.CaptureOutcome;
import io.leadloop.intake.lead.rules.CaptureOutcome.Captured;
import io.leadloop.intake.lead.rules.CaptureOutcome.Joined;
import io.leadloop.intake.lead.rules.CaptureOutcome.KeyReused;
import io.leadloop.intake.lead.rules.CaptureOutcome.Replayed;
import io.leadloop.intake.lead.rules.JoinRules;
import io.leadloop.intake.lead.rules.KnownLead;
import io.leadloop.intake.lead.rules.Submission;
import io.leadloop.messaging.Outbox;
import io.leadloop.messaging.Trace;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * Captures a batch of submissions in the caller's transaction: keys, leads, activities and events commit together. No two
 * submissions of a batch may share an identity, a key or an activity.
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
        CaptureWork work = new CaptureWork(batch);
        return leads.capture(tx, new NewLeads(batch, outbox, work))
                .chain(found -> settle(tx, batch, found, work))
                .map(done -> batch.stream()
                        .map(item -> work.outcomes.get(item.submission().leadId()))
                        .toList());
    }

    /** What is left to do is nothing at all where every submission is a new lead that nothing waited for. */
    private Uni<Void> settle(Mutiny.StatelessSession tx, List<Keyed> batch, Map<UUID, Found> found, CaptureWork work) {
        List<Keyed> answeredBefore = new ArrayList<>();
        List<Keyed> known = new ArrayList<>();
        List<Keyed> awaited = new ArrayList<>();
        for (Keyed item : batch) {
            UUID leadId = item.submission().leadId();
            Found its = found.get(leadId);
            if (item.key().isPresent() && !its.claimed()) {
                answeredBefore.add(item);
                continue;
            }
            if (its.captured()) {
                work.outcomes.put(leadId, new Captured(leadId));
            } else {
                known.add(item);
            }
            if (its.awaited()) {
                awaited.add(item);
            }
        }
        return replay(tx, answeredBefore, work)
                .chain(() -> join(tx, known.stream().map(Keyed::submission).toList(), work))
                .invoke(() -> known.forEach(work::follow))
                .chain(() -> recordActivities(tx, known, awaited, work))
                .chain(() -> leads.update(tx, List.copyOf(work.changed.values())))
                .chain(() -> keys.answer(tx, work.answersOfJoined(known)))
                .chain(() -> outbox.append(tx, work.events, work));
    }

    private Uni<Void> replay(Mutiny.StatelessSession tx, List<Keyed> answeredBefore, CaptureWork work) {
        return keys.find(
                        tx,
                        answeredBefore.stream()
                                .map(item -> item.key().orElseThrow())
                                .toList())
                .invoke(answers -> {
                    for (Keyed item : answeredBefore) {
                        IdempotencyKey key = item.key().orElseThrow();
                        StoredAnswer before =
                                Optional.ofNullable(answers.get(key.id())).orElseThrow(JustForgotten::new);
                        work.outcomes.put(item.submission().leadId(), replay(key, before));
                    }
                })
                .replaceWithVoid();
    }

    private static CaptureOutcome replay(IdempotencyKey key, StoredAnswer before) {
        return key.fingerprint().equals(before.fingerprint())
                ? new Replayed(before.leadId(), before.status())
                : new KeyReused();
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
                row.leadId, row.leadVersion, submission.capturedAt(), LeadStore.state(joined), submission.did()));
    }

    /** Those of known leads, and those that waited for one. */
    private Uni<Void> recordActivities(
            Mutiny.StatelessSession tx, List<Keyed> known, List<Keyed> awaited, CaptureWork work) {
        List<ActivityRow> submitted = known.stream()
                .map(Keyed::submission)
                .flatMap(submission -> NewLeads.activitiesOf(work.leadOf(submission), submission).stream())
                .toList();
        List<Identity> identities = awaited.stream()
                .map(Keyed::submission)
                .map(submission -> new Identity(
                        work.leadOf(submission),
                        submission.email().orElse(null),
                        submission.externalId().orElse(null)))
                .toList();
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
