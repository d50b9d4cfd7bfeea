package io.leadloop.http.operations;

import io.leadloop.messaging.Redrive;
import io.leadloop.messaging.RedriveOutcome.AlreadyApplied;
import io.leadloop.messaging.RedriveOutcome.Redriven;
import io.leadloop.messaging.RedriveOutcome.StillFailing;
import java.util.List;

/**
 * What came of a redrive of many.
 *
 * @param waiting how many that match wait now, those that failed again among them
 * @param failures of this call
 */
public record RedriveAllAnswer(
        long redriven, long alreadyApplied, long stillFailing, long waiting, List<RedriveAnswer> failures) {

    static RedriveAllAnswer of(Redrive.Sweep sweep) {
        List<RedriveAnswer> failures = sweep.outcomes().entrySet().stream()
                .filter(entry -> entry.getValue() instanceof StillFailing)
                .map(entry -> RedriveAnswer.of(entry.getKey(), entry.getValue()))
                .sorted((one, other) -> one.deadLetterId().compareTo(other.deadLetterId()))
                .toList();
        return new RedriveAllAnswer(
                count(sweep, Redriven.class),
                count(sweep, AlreadyApplied.class),
                failures.size(),
                sweep.waiting(),
                failures);
    }

    private static long count(Redrive.Sweep sweep, Class<?> kind) {
        return sweep.outcomes().values().stream().filter(kind::isInstance).count();
    }
}
