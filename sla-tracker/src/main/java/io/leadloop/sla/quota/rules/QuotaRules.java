package io.leadloop.sla.quota.rules;

import io.leadloop.events.QuotaState;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * When to say what about a month's quota.
 *
 * <ul>
 *   <li>Every look tells where it stands.
 *   <li>Before a fifth of the working time is used up nothing is judged: the first days say too little.
 *   <li>It is missed when the month is over without it, or when the chance of reaching it is below one in a thousand.
 *   <li>It is warned of when less than an agreed share of what should be delivered by now is, and at least one MQL less. Of several
 *       shares the lowest; each at most once.
 *   <li>What was promised for the first time when a fifth of the month was over is not judged before the next month.
 *   <li>What is reached, or told as missed, is not warned of.
 * </ul>
 */
public final class QuotaRules {
    static final double JUDGED_FROM = 0.2;
    static final double UNREACHABLE_BELOW = 0.001;

    private QuotaRules() {}

    /** @param standing afterwards */
    public record Decision(QuotaStanding standing, List<QuotaOutcome> outcomes) {
        public Decision {
            outcomes = List.copyOf(outcomes);
        }
    }

    /** @param warnBelow agreed shares, the highest first */
    public static Decision decide(QuotaStanding before, QuotaFigures figures, List<Double> warnBelow, Instant now) {
        List<QuotaOutcome> outcomes = new ArrayList<>();
        outcomes.add(new QuotaOutcome.Paced());
        if (!before.judged() || figures.isReached() || before.missedAt().isPresent()) {
            return new Decision(before, outcomes);
        }
        if (isMissed(figures)) {
            outcomes.add(new QuotaOutcome.Missed(figures.forecast().chance()));
            return new Decision(new QuotaStanding(true, before.warnedBelow(), Optional.of(now)), outcomes);
        }
        Optional<Double> share = warnBelow.stream()
                .filter(agreed -> isBelow(figures, agreed))
                .reduce((higher, lower) -> lower)
                .filter(lowest ->
                        before.warnedBelow().filter(told -> told <= lowest).isEmpty());
        share.ifPresent(below -> outcomes.add(new QuotaOutcome.Warned(below)));
        return new Decision(new QuotaStanding(true, share.or(before::warnedBelow), Optional.empty()), outcomes);
    }

    private static boolean isMissed(QuotaFigures figures) {
        return figures.isOver()
                || (figures.elapsed() >= JUDGED_FROM && figures.forecast().chance() < UNREACHABLE_BELOW);
    }

    private static boolean isBelow(QuotaFigures figures, double share) {
        return figures.elapsed() >= JUDGED_FROM
                && figures.delivered() < share * figures.expected()
                && figures.expected() - figures.delivered() >= 1;
    }

    /** Whether what was told of it still holds: it is missed, or again or still below a share that was agreed. */
    public static boolean isBehind(QuotaStanding told, QuotaFigures figures, List<Double> warnBelow) {
        if (!told.judged() || figures.isReached()) {
            return false;
        }
        boolean below = warnBelow.stream().anyMatch(share -> isBelow(figures, share));
        return told.missedAt().isPresent() || (told.warnedBelow().isPresent() && below);
    }

    /** Whether a promise that nobody had given before may be judged in this month. */
    public static boolean inTime(double elapsed) {
        return elapsed < JUDGED_FROM;
    }

    /** As people are told. */
    public static QuotaState state(QuotaStanding standing, QuotaFigures figures) {
        if (figures.isReached()) {
            return QuotaState.REACHED;
        }
        if (!standing.judged()) {
            return QuotaState.RUNNING;
        }
        if (standing.missedAt().isPresent() || figures.isOver()) {
            return QuotaState.MISSED;
        }
        return standing.warnedBelow().isPresent() ? QuotaState.WARNED : QuotaState.RUNNING;
    }
}
