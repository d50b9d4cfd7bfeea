package io.leadloop.intake.activity;

import io.leadloop.events.ActivityEvent.ActivityRecorded;
import io.leadloop.intake.activity.ActivityStore.Identity;
import io.leadloop.intake.lead.LeadDirectory;
import io.leadloop.intake.lead.LeadDirectory.KnownIdentity;
import io.leadloop.messaging.Database;
import io.leadloop.messaging.Failures;
import io.leadloop.messaging.Outbox;
import io.leadloop.messaging.Stopping;
import io.leadloop.messaging.Trace;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jboss.logging.Logger;

/**
 * Somebody acts in the very moment in which they become a lead: neither transaction sees the other, and the activity would wait for
 * a lead that is there already. Those are found a little later and given to it.
 */
@ApplicationScoped
class JoinLateActivities {
    private static final Logger LOG = Logger.getLogger(JoinLateActivities.class);
    /** Longer than any transaction that writes an activity, and than the time between two looks. */
    private static final Duration LOOKS_BACK = Duration.ofMinutes(2);
    /** At a start, for what happened just before this service ended. */
    private static final Duration FIRST_LOOKS_BACK = Duration.ofDays(1);

    private final Database database;
    private final LeadDirectory leads;
    private final ActivityStore activities;
    private final Outbox outbox;
    private volatile Duration looksBack = FIRST_LOOKS_BACK;

    JoinLateActivities(Database database, LeadDirectory leads, ActivityStore activities, Outbox outbox) {
        this.database = database;
        this.leads = leads;
        this.activities = activities;
        this.outbox = outbox;
    }

    @Scheduled(
            every = "30s",
            delayed = "30s",
            skipExecutionIf = Stopping.class,
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> join() {
        return database.patiently(this::joinSome)
                .invoke(joined -> {
                    if (joined == 0) {
                        looksBack = LOOKS_BACK;
                    } else {
                        LOG.infof(
                                "%d activities came in the moment in which their leads did, and are theirs now",
                                joined);
                    }
                })
                .replaceWithVoid()
                .onFailure(Failures::isOperational)
                .recoverWithUni(failure -> {
                    LOG.warnf("Late activities wait a little longer: %s", failure.getMessage());
                    return Uni.createFrom().voidItem();
                });
    }

    private Uni<Integer> joinSome(Mutiny.StatelessSession tx) {
        return activities
                .leadsOfLate(tx, looksBack)
                .chain(late ->
                        leads.lock(tx, late.stream().map(Identity::leadId).toList(), List.of(), List.of()))
                .chain(known -> activities
                        .joinWaiting(
                                tx,
                                known.stream().map(JoinLateActivities::identity).toList())
                        .chain(joined -> publish(tx, joined, known).replaceWith(joined.size())));
    }

    private Uni<Void> publish(Mutiny.StatelessSession tx, List<ActivityRow> joined, List<KnownIdentity> known) {
        Map<UUID, Long> versions = LeadDirectory.activityVersions(known);
        List<ActivityRecorded> events = new ArrayList<>();
        for (ActivityRow row : joined) {
            events.add(ActivityStore.recorded(row, versions.merge(row.leadId, 1L, Long::sum), false));
        }
        return leads.saveActivityVersions(tx, versions).chain(() -> outbox.append(tx, events, Trace.fresh()));
    }

    private static Identity identity(KnownIdentity known) {
        return new Identity(known.leadId(), known.email(), known.externalId());
    }
}
