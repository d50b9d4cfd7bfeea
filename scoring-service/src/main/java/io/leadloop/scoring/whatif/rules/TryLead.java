package io.leadloop.scoring.whatif.rules;

import io.leadloop.agreement.Agreement;
import io.leadloop.agreement.rules.Assessment;
import io.leadloop.agreement.rules.LeadActivity;
import io.leadloop.agreement.rules.ScoreCurve;
import io.leadloop.events.Qualification;
import io.leadloop.scoring.rules.Difference;
import io.leadloop.scoring.whatif.rules.TriedLead.Side;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Scores a lead by the agreement in force and by a draft, with the function that scores.
 *
 * <ul>
 *   <li>Its grades are those of this moment.
 *   <li>It qualified when it first was an MQL: looked at when it was captured, and at each of the first {@value #MOST_MOMENTS}
 *       times that it did something after, by what it had done until then and by today's profile. Both sides are judged alike, so
 *       they can be compared, also for weeks in which another agreement was in force.
 * </ul>
 */
public final class TryLead {
    private static final int MOST_MOMENTS = 200;

    private TryLead() {}

    public static TriedLead of(StoredLead stored, Agreement inForce, Agreement draft, Instant now) {
        ScoreCurve before = ScoreCurve.of(stored.lead(), inForce);
        ScoreCurve after = before.under(draft);
        Assessment beforeNow = before.at(now);
        Assessment afterNow = after.at(now);
        List<Instant> moments = moments(stored);
        boolean another =
                !beforeNow.grade().equals(afterNow.grade()) && stored.outcome().isEmpty();
        return new TriedLead(
                stored.leadId(),
                stored.outcome(),
                side(before, beforeNow, moments),
                side(after, afterNow, moments),
                another ? Difference.between(beforeNow.contributions(), afterNow.contributions()) : List.of());
    }

    private static Side side(ScoreCurve curve, Assessment now, List<Instant> moments) {
        Optional<Instant> qualifiedAt = moments.stream()
                .filter(moment -> curve.upTo(moment).qualificationAt(moment) == Qualification.MQL)
                .findFirst();
        return new Side(
                now.grade().toString(),
                now.qualification(),
                qualifiedAt,
                qualifiedAt.isPresent() ? curve.pool() : Optional.empty());
    }

    private static List<Instant> moments(StoredLead stored) {
        return Stream.concat(
                        Stream.of(stored.capturedAt()),
                        stored.lead().activities().stream()
                                .map(LeadActivity::occurredAt)
                                .filter(at -> at.isAfter(stored.capturedAt())))
                .distinct()
                .sorted()
                .limit(MOST_MOMENTS)
                .toList();
    }
}
