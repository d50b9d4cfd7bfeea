package io.leadloop.agreement.rules;

import io.leadloop.agreement.Grade;
import io.leadloop.agreement.Scorecard;
import io.leadloop.agreement.rules.NextChange.Cause;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeSet;

/**
 * Finds when a grade changes, to the millisecond.
 *
 * <ul>
 *   <li>Between two jumps (a rule expires, an activity leaves the time that a condition looks back over, one from the future
 *       begins to fade) every rule's points go one way only.
 *   <li>So the points at both ends of a stretch bound the score in between. If no other grade lies within these bounds, there is
 *       none in the stretch; else it is halved, the earlier half first. This is exact also where some points rise while others
 *       fall.
 * </ul>
 */
final class NextMoment {

    private static final long HORIZON_MILLIS = Duration.ofDays(36_525).toMillis();

    private final ScoreCurve curve;
    private final Scorecard scorecard;
    private final Instant now;
    private final Grade before;
    private final long first;
    private final TreeSet<Long> jumps = new TreeSet<>();

    NextMoment(ScoreCurve curve, Instant now) {
        this.curve = curve;
        this.scorecard = curve.scorecard();
        this.now = now;
        this.before = curve.grade(now);
        this.first = now.toEpochMilli() + 1;
        curve.rules().forEach(this::collectJumps);
    }

    Optional<NextChange> find() {
        OptionalLong change = gradeChange();
        Optional<Long> expiry = curve.rules()
                .filter(curve.holdingAt(now))
                .filter(rule ->
                        rule.expiresAt().filter(end -> rule.points(end) != 0).isPresent())
                .flatMap(rule -> rule.expiresAt().stream())
                .map(NextMoment::millis)
                .min(Comparator.naturalOrder());
        if (expiry.isPresent() && (change.isEmpty() || expiry.get() <= change.getAsLong())) {
            return Optional.of(told(expiry.get(), Cause.RULE_EXPIRED));
        }
        return change.isPresent() ? Optional.of(told(change.getAsLong(), Cause.DECAY)) : Optional.empty();
    }

    private NextChange told(long millis, Cause cause) {
        Instant at = Instant.ofEpochMilli(millis);
        return new NextChange(at, curve.grade(at), cause);
    }

    private OptionalLong gradeChange() {
        if (isAnother(first)) {
            return OptionalLong.of(first);
        }
        long from = first;
        while (true) {
            Long jump = jumps.higher(from);
            long to = jump == null ? first + HORIZON_MILLIS : jump - 1;
            AxisPoints start = AxisPoints.of(curve.interest(), curve.holdingAt(time(from)), time(from));
            if (to > from && start.fades()) {
                OptionalLong found = search(from, start, to, start.at(time(to)));
                if (found.isPresent()) {
                    return found;
                }
            }
            if (jump == null) {
                return OptionalLong.empty();
            }
            if (isAnother(jump)) {
                return OptionalLong.of(jump);
            }
            from = jump;
        }
    }

    /** The first moment in the stretch, its beginning left out, at which the interest has another number. */
    private OptionalLong search(long from, AxisPoints atFrom, long to, AxisPoints atTo) {
        int cap = scorecard.interest().cap();
        if (number(atFrom.least(cap, atTo)).equals(number(atFrom.most(cap, atTo)))) {
            return OptionalLong.empty();
        }
        if (to - from == 1) {
            return number(atTo.score(cap)).equals(before.number()) ? OptionalLong.empty() : OptionalLong.of(to);
        }
        long middle = from + (to - from) / 2;
        AxisPoints atMiddle = atFrom.at(time(middle));
        OptionalLong earlier = search(from, atFrom, middle, atMiddle);
        return earlier.isPresent() ? earlier : search(middle, atMiddle, to, atTo);
    }

    private String number(int interest) {
        return scorecard.grade(0, interest).number();
    }

    private boolean isAnother(long millis) {
        return !curve.grade(time(millis)).equals(before);
    }

    private void collectJumps(LeadRule rule) {
        rule.expiresAt().ifPresent(this::jump);
        rule.activities().filter(Fading::fades).ifPresent(counted -> jump(counted.newest()));
        for (String type : curve.conditions().activityTypes(rule.rule().when())) {
            for (Duration window : curve.conditions().windows(rule.rule().when(), type)) {
                curve.times(type).forEach(time -> jump(time.plus(window)));
            }
        }
    }

    private void jump(Instant at) {
        if (at.isAfter(now) && millis(at) > first) {
            jumps.add(millis(at));
        }
    }

    /** The first whole millisecond that is not before it. */
    private static long millis(Instant at) {
        return at.getNano() % 1_000_000 == 0 ? at.toEpochMilli() : at.toEpochMilli() + 1;
    }

    private static Instant time(long millis) {
        return Instant.ofEpochMilli(millis);
    }
}
