package io.leadloop.sla.clock;

import io.leadloop.agreement.ClockRule;
import io.leadloop.agreement.inforce.Agreements;
import io.leadloop.agreement.inforce.InForce;
import io.leadloop.messaging.Database;
import io.leadloop.messaging.Failures;
import io.leadloop.messaging.Stopping;
import io.leadloop.messaging.Trace;
import io.leadloop.sla.clock.rules.AttemptRules;
import io.leadloop.sla.clock.rules.ClockOutcome.CancelReason;
import io.leadloop.sla.clock.rules.ClockOutcome.MoveReason;
import io.leadloop.sla.clock.rules.ClockSignal;
import io.leadloop.sla.clock.rules.Promise;
import io.leadloop.sla.clock.rules.Terms;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jboss.logging.Logger;

/**
 * Gives open clocks the due time that the agreement in force promises, and says why. What was promised before it came into force
 * cannot have been broken before that moment. Clocks that ended stay as they are.
 */
@ApplicationScoped
class RecomputeClocks {
    private static final Logger LOG = Logger.getLogger(RecomputeClocks.class);
    private static final int AT_ONCE = 500;

    private final Database database;
    private final Agreements agreements;
    private final ClockStore store;
    private final ClockMetrics metrics;
    private final ClockTimer timer;

    RecomputeClocks(
            Database database, Agreements agreements, ClockStore store, ClockMetrics metrics, ClockTimer timer) {
        this.database = database;
        this.agreements = agreements;
        this.store = store;
        this.metrics = metrics;
        this.timer = timer;
    }

    @Scheduled(every = "2s", skipExecutionIf = Stopping.class, concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> recompute() {
        return agreements
                .now()
                .map(this::allOutdated)
                .orElseGet(() -> Uni.createFrom().voidItem())
                .onFailure(Failures::isOperational)
                .recoverWithUni(failure -> {
                    LOG.debugf("Clocks could not be recomputed: %s", failure.getMessage());
                    return Uni.createFrom().voidItem();
                });
    }

    private Uni<Void> allOutdated(InForce agreement) {
        return Uni.createFrom()
                .deferred(() -> database.patiently(tx -> some(tx, agreement)))
                .repeat()
                .whilst(found -> found == AT_ONCE)
                .collect()
                .asList()
                .invoke(found -> {
                    if (found.getFirst() > 0) {
                        timer.wake();
                    }
                })
                .replaceWithVoid();
    }

    private Uni<Integer> some(Mutiny.StatelessSession tx, InForce agreement) {
        return store.claimOutdated(tx, agreement.version(), AT_ONCE)
                .chain(clocks -> clocks.isEmpty()
                        ? Uni.createFrom().item(0)
                        : store.leads(tx, clocks.stream().map(row -> row.leadId).collect(Collectors.toSet()))
                                .chain(leads -> store.now(tx).map(now -> decide(clocks, leads, agreement, now)))
                                .chain(changes -> store.save(tx, changes, event -> Trace.fresh())
                                        .invoke(() -> metrics.told(changes.events()))
                                        .replaceWith(clocks.size())));
    }

    private static ClockChanges decide(List<ClockRow> clocks, List<LeadRow> leads, InForce agreement, Instant now) {
        Map<UUID, LeadRow> byId = leads.stream().collect(Collectors.toMap(lead -> lead.leadId, lead -> lead));
        ClockChanges changes = new ClockChanges(now);
        for (ClockRow row : clocks) {
            Optional<ClockRule> rule = agreement
                    .agreement()
                    .clock(row.clock)
                    .filter(found -> found.kind().name().equals(row.kind));
            LeadRow lead = byId.get(row.leadId);
            rule.ifPresentOrElse(
                    found -> recompute(row, lead, found, agreement, now, changes),
                    () -> drop(row, lead, agreement, now, changes));
            changes.keep(row);
        }
        return changes;
    }

    private static void drop(ClockRow row, LeadRow lead, InForce agreement, Instant now, ClockChanges changes) {
        row.agreementVersion = agreement.version();
        changes.hear(row, lead, new ClockSignal.Ended(row.promise(), now, CancelReason.NO_LONGER_PROMISED));
    }

    private static void recompute(
            ClockRow row, LeadRow lead, ClockRule rule, InForce agreement, Instant now, ClockChanges changes) {
        String before = row.within + " of " + row.calendar;
        ClockBook.promised(row, rule, agreement.version());
        String after = row.within + " of " + row.calendar;
        String explanation = "Agreement %d: %s"
                .formatted(
                        agreement.version(),
                        after.equals(before)
                                ? "the calendar or the warnings of %s changed.".formatted(rule.name())
                                : "%s instead of %s.".formatted(after, before));
        Terms terms = Terms.of(agreement.agreement(), rule, row.whose());
        Promise promise =
                Promise.of(terms, row.startedAt, row.heard().pauses()).notBefore(agreement.from(), row.dueAt, terms);
        changes.hear(row, lead, new ClockSignal.Moved(promise, now, MoveReason.AGREEMENT, explanation));
        if (rule.kind() == ClockRule.Kind.ATTEMPTS) {
            AttemptRules.keptAt(row.heard().attempts(), rule)
                    .ifPresent(at -> changes.hear(row, lead, new ClockSignal.Answered(promise, at)));
        }
    }
}
