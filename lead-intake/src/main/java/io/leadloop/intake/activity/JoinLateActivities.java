package io.leadloop.intake.activity;

import io.leadloop.events.ActivityEvent.ActivityRecorded;
import io.leadloop.intake.activity.LateActivityStore.Late;
import io.leadloop.intake.activity.LateActivityStore.Position;
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

    private final Database database;
    private final LeadDirectory leads;
    private final LateActivityStore late;
    private final Outbox outbox;
    private volatile Position position = Position.BEGINNING;

    JoinLateActivities(Database database, LeadDirectory leads, LateActivityStore late, Outbox outbox) {
        this.database = database;
        this.leads = leads;
        this.late = late;
        this.outbox = outbox;
    }

    /** At a start everything that waits is looked at once, a page at a time; a look that fails is repeated from where it began. */
    @Scheduled(
            every = "5s",
            delayed = "10s",
            skipExecutionIf = Stopping.class,
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> look() {
        return database.patiently(tx -> late.look(tx, position)
                        .chain(look -> join(tx, look.late()).replaceWith(look)))
                .invoke(look -> position = look.next())
                .replaceWithVoid()
                .onFailure(Failures::isOperational)
                .recoverWithUni(failure -> {
                    LOG.warnf("Late activities wait a little longer: %s", failure.getMessage());
                    return Uni.createFrom().voidItem();
                });
    }

    private Uni<Void> join(Mutiny.StatelessSession tx, List<Late> found) {
        if (found.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        LOG.infof("%d activities came in the moment in which their leads did, and are theirs now", found.size());
        return leads.lock(tx, found.stream().map(Late::leadId).distinct().toList(), List.of(), List.of())
                .chain(known -> late.join(tx, found).chain(joined -> publish(tx, joined, known)));
    }

    private Uni<Void> publish(Mutiny.StatelessSession tx, List<ActivityRow> joined, List<KnownIdentity> known) {
        Map<UUID, Long> versions = LeadDirectory.activityVersions(known);
        List<ActivityRecorded> events = new ArrayList<>();
        for (ActivityRow row : joined) {
            events.add(ActivityStore.recorded(row, versions.merge(row.leadId, 1L, Long::sum), false));
        }
        return leads.saveActivityVersions(tx, versions).chain(() -> outbox.append(tx, events, Trace.fresh()));
    }
}
