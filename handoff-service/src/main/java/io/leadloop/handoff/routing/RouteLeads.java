package io.leadloop.handoff.routing;

import io.leadloop.agreement.inforce.InForce;
import io.leadloop.events.Brief;
import io.leadloop.events.OnDrop;
import io.leadloop.events.ScoreEvent;
import io.leadloop.events.ScoreEvent.LeadQualified;
import io.leadloop.events.ScoreEvent.LeadScored;
import io.leadloop.handoff.directory.LeadDirectory;
import io.leadloop.handoff.directory.LockedLead;
import io.leadloop.handoff.offer.HandoffStore;
import io.leadloop.handoff.offer.LockedHandoff;
import io.leadloop.messaging.Batch;
import io.leadloop.messaging.Outbox;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * Offers the leads of a batch that qualified. A lead that has an open offer or waits for one keeps it; imported history wakes
 * nobody. Later scores of a lead that qualified refresh its brief, for who gets it next; one below the line may take back an offer.
 */
@ApplicationScoped
class RouteLeads {
    private final LeadDirectory directory;
    private final HandoffStore handoffs;
    private final WaitingStore waiting;
    private final Router router;
    private final Outbox outbox;
    private final TakeBack takeBack;

    RouteLeads(
            LeadDirectory directory,
            HandoffStore handoffs,
            WaitingStore waiting,
            Router router,
            Outbox outbox,
            TakeBack takeBack) {
        this.directory = directory;
        this.handoffs = handoffs;
        this.waiting = waiting;
        this.router = router;
        this.outbox = outbox;
        this.takeBack = takeBack;
    }

    Uni<Void> handle(Mutiny.StatelessSession tx, Batch batch, InForce inForce) {
        List<ScoreEvent> scores = batch.of(ScoreEvent.class).stream()
                .filter(score -> !score.brief().historical())
                .toList();
        Set<UUID> qualifying = scores.stream()
                .filter(LeadQualified.class::isInstance)
                .map(ScoreEvent::leadId)
                .collect(Collectors.toSet());
        Set<UUID> scored = scores.stream().map(ScoreEvent::leadId).collect(Collectors.toSet());
        return scored.isEmpty()
                ? Uni.createFrom().voidItem()
                : directory
                        .qualified(tx, scored)
                        .map(known -> Stream.concat(known.stream(), qualifying.stream())
                                .collect(Collectors.toSet()))
                        .chain(ids ->
                                ids.isEmpty() ? Uni.createFrom().voidItem() : apply(tx, ids, scores, batch, inForce));
    }

    private Uni<Void> apply(
            Mutiny.StatelessSession tx, Set<UUID> ids, List<ScoreEvent> scores, Batch batch, InForce inForce) {
        return directory.lock(tx, ids).chain(leads -> {
            Map<UUID, LockedLead> dropped = new LinkedHashMap<>();
            Map<UUID, LockedLead> qualified = learn(leads, scores, dropped);
            return takeBack.of(tx, dropped)
                    .chain(taken -> toRoute(tx, qualified)
                            .chain(toRoute -> router.route(tx, toRoute, inForce))
                            .map(routed -> Stream.concat(taken.stream(), routed.stream())
                                    .toList()))
                    .call(() -> directory.save(tx, leads.values()))
                    .chain(events -> outbox.append(tx, events, batch));
        });
    }

    /**
     * @param dropped takes those that are below the line now, where the agreement wants them back
     * @return those that qualified by news that we did not have
     */
    private static Map<UUID, LockedLead> learn(
            Map<UUID, LockedLead> leads, List<ScoreEvent> scores, Map<UUID, LockedLead> dropped) {
        Map<UUID, LockedLead> qualified = new LinkedHashMap<>();
        for (ScoreEvent score : scores) {
            LockedLead lead = leads.get(score.leadId());
            if (lead != null && lead.isOlderThan(score)) {
                lead.learn(score);
                if (score instanceof LeadQualified) {
                    qualified.put(lead.leadId(), lead);
                    dropped.remove(lead.leadId());
                } else if (score instanceof LeadScored scored && scored.onDrop() == OnDrop.WITHDRAW) {
                    dropped.put(lead.leadId(), lead);
                    qualified.remove(lead.leadId());
                }
            }
        }
        return qualified;
    }

    private Uni<List<ToRoute>> toRoute(Mutiny.StatelessSession tx, Map<UUID, LockedLead> qualified) {
        if (qualified.isEmpty()) {
            return Uni.createFrom().item(List.of());
        }
        return handoffs.last(tx, qualified.keySet())
                .chain(last -> waiting.find(tx, qualified.keySet()).map(waits -> {
                    List<ToRoute> free = new ArrayList<>();
                    Set<UUID> taken = new HashSet<>(waits);
                    last.values().stream()
                            .filter(LockedHandoff::isOpen)
                            .map(LockedHandoff::leadId)
                            .forEach(taken::add);
                    qualified.forEach((id, lead) -> {
                        if (!taken.contains(id)) {
                            free.add(toRoute(lead, Optional.ofNullable(last.get(id)), false));
                        }
                    });
                    return free;
                }));
    }

    static ToRoute toRoute(LockedLead lead, Optional<LockedHandoff> last, boolean waits) {
        Brief brief = lead.brief()
                .or(() -> last.map(LockedHandoff::brief))
                .orElseThrow(() -> new IllegalStateException("A lead to be routed has no brief: " + lead.leadId()));
        return new ToRoute(
                lead,
                brief,
                last.map(LockedHandoff::round).orElse(0) + 1,
                last.flatMap(LockedHandoff::hadItInVain),
                waits);
    }
}
