package io.leadloop.handoff.routing;

import io.leadloop.agreement.Agreement;
import io.leadloop.agreement.AgreementDocument.Pool;
import io.leadloop.agreement.ClockRule;
import io.leadloop.agreement.LeadFacts;
import io.leadloop.agreement.Whose;
import io.leadloop.agreement.inforce.InForce;
import io.leadloop.events.EventJson;
import io.leadloop.events.HandoffEvent;
import io.leadloop.events.HandoffEvent.HandoffUnroutable;
import io.leadloop.handoff.offer.HandoffEvents;
import io.leadloop.handoff.offer.HandoffStore;
import io.leadloop.handoff.offer.LockedHandoff;
import io.leadloop.handoff.offer.NewOffer;
import io.leadloop.handoff.reps.Availability;
import io.leadloop.handoff.reps.Rep;
import io.leadloop.handoff.reps.RepStore;
import io.leadloop.handoff.routing.WaitingStore.Waiting;
import io.leadloop.handoff.routing.rules.Considered;
import io.leadloop.handoff.routing.rules.Routing;
import io.leadloop.handoff.routing.rules.RoutingDecision.Assigned;
import io.leadloop.handoff.routing.rules.RoutingDecision.Unroutable;
import io.leadloop.handoff.routing.rules.RoutingRules;
import io.leadloop.messaging.Ids;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * Finds reps for a batch of locked leads, in the caller's transaction: locks the pools' reps, decides one lead after the
 * other, saves offers, standings and who waits. Returns what is to be said; the caller saves the leads and says it.
 */
@ApplicationScoped
class Router {
    static final String ACCEPTANCE = "acceptance";

    private final RepStore reps;
    private final StandingStore standings;
    private final HandoffStore handoffs;
    private final WaitingStore waiting;
    private final Availability availability;

    Router(
            RepStore reps,
            StandingStore standings,
            HandoffStore handoffs,
            WaitingStore waiting,
            Availability availability) {
        this.reps = reps;
        this.standings = standings;
        this.handoffs = handoffs;
        this.waiting = waiting;
        this.availability = availability;
    }

    /** What came of a batch. */
    private static final class Result {
        final List<LockedHandoff> offers = new ArrayList<>();
        final List<Waiting> waiting = new ArrayList<>();
        final Set<UUID> noLongerWaiting = new HashSet<>();
        final List<HandoffEvent> events = new ArrayList<>();
    }

    Uni<List<HandoffEvent>> route(Mutiny.StatelessSession tx, List<ToRoute> leads, InForce inForce) {
        if (leads.isEmpty()) {
            return Uni.createFrom().item(List.of());
        }
        Map<UUID, Optional<Pool>> pools = leads.stream()
                .collect(Collectors.toMap(lead -> lead.lead().leadId(), lead -> pool(lead, inForce.agreement())));
        Set<String> teams = pools.values().stream()
                .flatMap(Optional::stream)
                .flatMap(pool -> pool.teams().stream())
                .collect(Collectors.toSet());
        return availability
                .count(tx)
                .chain(change -> reps.lockTeams(tx, teams)
                        .chain(locked -> handoffs.now(tx).chain(now -> {
                            String period = YearMonth.from(now.atZone(
                                            inForce.agreement().document().zone()))
                                    .toString();
                            return roster(tx, locked, teams, period).chain(roster -> {
                                Result result = new Result();
                                leads.forEach(lead ->
                                        decide(lead, pools.get(lead.lead().leadId()), roster, inForce, now, result));
                                return save(tx, result, roster, period, change, inForce.version());
                            });
                        })));
    }

    private static Optional<Pool> pool(ToRoute lead, Agreement agreement) {
        return agreement.pool(LeadFacts.of(lead.brief().profile(), lead.brief().touches()));
    }

    private Uni<Roster> roster(Mutiny.StatelessSession tx, List<Rep> locked, Set<String> teams, String period) {
        List<String> repIds = locked.stream().map(Rep::repId).toList();
        return reps.teams(tx, teams)
                .chain(teamsById -> standings
                        .load(tx, repIds, period)
                        .chain(stored -> handoffs.openByRep(tx, repIds)
                                .map(open -> new Roster(locked, teamsById, stored, open))));
    }

    private static void decide(
            ToRoute lead, Optional<Pool> pool, Roster roster, InForce inForce, Instant now, Result result) {
        Routing routing = RoutingRules.route(pool.map(roster::of).orElse(List.of()), lead.hadItLast(), now);
        roster.become(routing.after());
        switch (routing.decision()) {
            case Assigned assigned -> {
                LockedHandoff offer = offer(lead, pool.orElseThrow(), assigned, roster, inForce, now);
                result.offers.add(offer);
                result.noLongerWaiting.add(lead.lead().leadId());
                result.events.add(HandoffEvents.offered(lead.lead(), offer, now));
            }
            case Unroutable unroutable -> {
                result.waiting.add(new Waiting(lead.lead().leadId(), now, unroutable.retryAt()));
                if (!lead.waits()) {
                    result.events.add(unroutable(lead, pool, unroutable, inForce, now));
                }
            }
        }
    }

    private static LockedHandoff offer(
            ToRoute lead, Pool pool, Assigned assigned, Roster roster, InForce inForce, Instant now) {
        Rep rep = roster.rep(assigned.repId());
        return new NewOffer(
                        Ids.next(),
                        lead.lead().leadId(),
                        lead.round(),
                        rep.repId(),
                        rep.name(),
                        rep.teamId(),
                        roster.managerOf(rep.teamId()),
                        rep.zone(),
                        pool.name(),
                        inForce.version(),
                        now,
                        inForce.agreement().dueAt(acceptance(inForce), whose(rep, lead), now),
                        lead.brief(),
                        EventJson.write(RoutingStory.of(pool.name(), now, assigned)))
                .handoff();
    }

    private static Whose whose(Rep rep, ToRoute lead) {
        return Whose.of(
                rep.repId(), rep.zone(), rep.teamId(), lead.brief().profile().country());
    }

    private static ClockRule acceptance(InForce inForce) {
        return inForce.agreement()
                .clock(ACCEPTANCE)
                .orElseThrow(() -> new IllegalStateException(
                        "Agreement " + inForce.version() + " has no clock named " + ACCEPTANCE));
    }

    private static HandoffUnroutable unroutable(
            ToRoute lead, Optional<Pool> pool, Unroutable unroutable, InForce inForce, Instant now) {
        List<String> reasons = new ArrayList<>(
                unroutable.considered().stream().map(Considered::sentence).toList());
        if (reasons.isEmpty()) {
            reasons.add(pool.map(none -> "pool " + none.name() + " has no reps")
                    .orElse("no pool of the agreement takes this lead"));
        }
        return new HandoffUnroutable(
                lead.lead().leadId(), lead.lead().nextHandoffsVersion(), now, inForce.version(), reasons, lead.brief());
    }

    private Uni<List<HandoffEvent>> save(
            Mutiny.StatelessSession tx, Result result, Roster roster, String period, long change, int version) {
        return handoffs.insert(tx, result.offers)
                .chain(() -> standings.save(tx, roster.candidates(), period))
                .chain(() -> waiting.save(tx, result.waiting, change, version))
                .chain(() -> waiting.remove(tx, result.noLongerWaiting))
                .replaceWith(List.copyOf(result.events));
    }
}
