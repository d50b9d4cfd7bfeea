package io.leadloop.intake.activity;

import io.leadloop.events.ActivityEvent.ActivityRecorded;
import io.leadloop.events.EventJson;
import io.leadloop.http.ProblemException;
import io.leadloop.intake.activity.ActivitiesResource.ActivityAnswer;
import io.leadloop.intake.lead.LeadDirectory;
import io.leadloop.intake.lead.LeadDirectory.KnownIdentity;
import io.leadloop.intake.lead.rules.EmailAddress;
import io.leadloop.messaging.Ids;
import io.leadloop.messaging.Outbox;
import io.leadloop.messaging.Trace;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;

/** Records activities: those of known leads are published at once, the others wait for their lead. */
@ApplicationScoped
class RecordActivities {
    private final LeadDirectory leads;
    private final ActivityStore activities;
    private final Outbox outbox;

    RecordActivities(LeadDirectory leads, ActivityStore activities, Outbox outbox) {
        this.leads = leads;
        this.activities = activities;
        this.outbox = outbox;
    }

    Uni<List<ActivityAnswer>> record(
            Mutiny.StatelessSession tx, List<ActivityRequest> requests, Instant now, Trace trace) {
        List<ActivityRow> rows =
                requests.stream().map(request -> row(request, now)).toList();
        return leads.lock(
                        tx,
                        rows.stream()
                                .map(row -> row.leadId)
                                .filter(Objects::nonNull)
                                .toList(),
                        rows.stream()
                                .map(row -> row.email)
                                .filter(Objects::nonNull)
                                .toList(),
                        rows.stream()
                                .map(row -> row.externalId)
                                .filter(Objects::nonNull)
                                .toList())
                .chain(known -> {
                    rows.forEach(row -> assign(row, known));
                    return activities.insert(tx, rows).chain(fresh -> publish(tx, rows, fresh, known, trace));
                });
    }

    private Uni<List<ActivityAnswer>> publish(
            Mutiny.StatelessSession tx,
            List<ActivityRow> rows,
            Set<UUID> fresh,
            List<KnownIdentity> known,
            Trace trace) {
        Map<UUID, Long> versions = LeadDirectory.activityVersions(known);
        List<ActivityRecorded> events = new ArrayList<>();
        List<ActivityAnswer> answers = new ArrayList<>();
        for (ActivityRow row : rows) {
            boolean isFresh = fresh.contains(row.activityId);
            if (isFresh && row.leadId != null) {
                events.add(ActivityStore.recorded(row, versions.merge(row.leadId, 1L, Long::sum), false));
            }
            String status = !isFresh ? "repeated" : row.leadId == null ? "waiting" : "recorded";
            answers.add(new ActivityAnswer(row.activityId, status, row.leadId));
        }
        return leads.saveActivityVersions(tx, versions)
                .chain(() -> outbox.append(tx, events, trace))
                .replaceWith(answers);
    }

    private static void assign(ActivityRow row, List<KnownIdentity> known) {
        UUID asked = row.leadId;
        Optional<KnownIdentity> lead = known.stream()
                .filter(identity -> asked != null
                        ? identity.leadId().equals(asked)
                        : row.email != null
                                ? row.email.equals(identity.email())
                                : row.externalId.equals(identity.externalId()))
                .findFirst();
        if (asked != null && lead.isEmpty()) {
            throw ProblemException.invalid("leadId", "no lead has the id " + asked);
        }
        row.leadId = lead.map(KnownIdentity::leadId).orElse(null);
    }

    private static ActivityRow row(ActivityRequest request, Instant now) {
        ActivityRow row = new ActivityRow();
        row.activityId = request.activityId() == null ? Ids.next() : request.activityId();
        row.leadId = request.leadId();
        row.email = request.email() == null ? null : email(request.email());
        row.externalId =
                request.externalId() == null ? null : request.externalId().strip();
        row.type = request.type().strip();
        row.occurredAt = request.occurredAt() == null ? now : request.occurredAt();
        row.properties = EventJson.write(request.properties() == null ? Map.of() : request.properties());
        if (row.leadId == null && row.email == null && row.externalId == null) {
            throw ProblemException.invalid("leadId", "is missing: name the person by leadId, email or externalId");
        }
        return row;
    }

    private static String email(String text) {
        return EmailAddress.normalize(text)
                .orElseThrow(() -> ProblemException.invalid("email", "is not an e-mail address"));
    }
}
