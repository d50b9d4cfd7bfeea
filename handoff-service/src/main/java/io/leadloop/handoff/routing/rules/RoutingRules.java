package io.leadloop.handoff.routing.rules;

import static java.util.Comparator.comparing;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Who gets a lead.
 *
 * <ul>
 *   <li>Out: who is not active, out of office, at capacity, or let this lead expire or rejected it last time.
 *   <li>Of the rest: who had least in the period for his weight; then who was offered a lead longest ago; then by id.
 *   <li>Who comes or comes back starts at the average of those who were there.
 *   <li>Nobody left: the lead waits. Only in a pool without any other active rep it goes to who had it last, for nobody
 *       else would ever come.
 * </ul>
 */
public final class RoutingRules {

    private static final Comparator<Candidate> MOST_DUE_FIRST = ((Comparator<Candidate>) RoutingRules::byShare)
            .thenComparing(candidate -> candidate.lastOfferedAt().orElse(Instant.MIN))
            .thenComparing(Candidate::repId);

    private RoutingRules() {}

    /**
     * @param pool the reps of the pool's teams, in any order
     * @param hadItLast the rep whose offer of this lead ended last without being accepted, if there was one
     */
    public static Routing route(List<Candidate> pool, Optional<String> hadItLast, Instant now) {
        List<Candidate> reps = pool.stream()
                .map(candidate -> settled(candidate, pool, now))
                .sorted(comparing(Candidate::repId))
                .toList();
        Optional<String> excluded = hadItLast.filter(last ->
                reps.stream().anyMatch(other -> other.active() && !other.repId().equals(last)));
        return reps.stream()
                .filter(candidate -> refusal(candidate, excluded, now).isEmpty())
                .min(MOST_DUE_FIRST)
                .map(chosen -> assigned(chosen, reps, excluded, now))
                .orElseGet(() -> unroutable(reps, excluded, now));
    }

    private static Routing assigned(Candidate chosen, List<Candidate> reps, Optional<String> excluded, Instant now) {
        List<Considered> considered = reps.stream()
                .map(candidate -> Considered.of(
                        candidate,
                        candidate.equals(chosen)
                                ? Verdict.CHOSEN
                                : refusal(candidate, excluded, now).orElse(Verdict.LESS_DUE)))
                .toList();
        List<Candidate> after = reps.stream()
                .map(candidate -> candidate.equals(chosen) ? candidate.offered(now) : candidate)
                .toList();
        return new Routing(new RoutingDecision.Assigned(chosen.repId(), considered), after);
    }

    private static Routing unroutable(List<Candidate> reps, Optional<String> excluded, Instant now) {
        List<Considered> considered = reps.stream()
                .map(candidate -> Considered.of(
                        candidate, refusal(candidate, excluded, now).orElseThrow()))
                .toList();
        Optional<Instant> retryAt = reps.stream()
                .filter(candidate -> candidate.active() && candidate.isOutOfOffice(now))
                .flatMap(candidate -> candidate.outOfOfficeUntil().stream())
                .min(Comparator.naturalOrder());
        return new Routing(new RoutingDecision.Unroutable(considered, retryAt), reps);
    }

    private static Optional<Verdict> refusal(Candidate candidate, Optional<String> excluded, Instant now) {
        if (!candidate.active()) {
            return Optional.of(Verdict.INACTIVE);
        }
        if (candidate.isOutOfOffice(now)) {
            return Optional.of(Verdict.OUT_OF_OFFICE);
        }
        if (candidate.isFull()) {
            return Optional.of(Verdict.FULL);
        }
        return excluded.filter(candidate.repId()::equals).map(repId -> Verdict.HAD_IT_LAST);
    }

    /** Marks who is away, and gives who has come the credit of those who were there. */
    private static Candidate settled(Candidate candidate, List<Candidate> pool, Instant now) {
        Standing standing = candidate.standing();
        if (candidate.isAway(now)) {
            return candidate.with(standing.gone());
        }
        return standing.present() ? candidate : candidate.with(standing.arrived(usualLoad(candidate, pool, now)));
    }

    private static long usualLoad(Candidate candidate, List<Candidate> pool, Instant now) {
        List<Candidate> there = pool.stream()
                .filter(other -> !other.isAway(now) && other.standing().present())
                .toList();
        long load = there.stream().mapToLong(other -> other.standing().load()).sum();
        long weight = there.stream().mapToLong(Candidate::weight).sum();
        return weight == 0 ? 0 : load * candidate.weight() / weight;
    }

    /** Compares load per weight without fractions. */
    private static int byShare(Candidate one, Candidate other) {
        return Long.compare(
                one.standing().load() * other.weight(), other.standing().load() * one.weight());
    }
}
