package io.leadloop.http.operations;

import io.leadloop.http.ProblemException;
import io.leadloop.messaging.RedriveOutcome;
import io.leadloop.messaging.RedriveOutcome.AlreadyApplied;
import io.leadloop.messaging.RedriveOutcome.Discarded;
import io.leadloop.messaging.RedriveOutcome.Redriven;
import io.leadloop.messaging.RedriveOutcome.StillFailing;
import java.util.UUID;

/**
 * What came of a redrive.
 *
 * @param outcome {@code redriven}, {@code already_applied} or {@code still_failing}
 * @param why only where it still fails
 */
public record RedriveAnswer(UUID deadLetterId, String outcome, String why) {

    static RedriveAnswer of(UUID id, RedriveOutcome outcome) {
        return switch (outcome) {
            case Redriven redriven -> new RedriveAnswer(id, "redriven", null);
            case AlreadyApplied applied -> new RedriveAnswer(id, "already_applied", null);
            case StillFailing failing -> new RedriveAnswer(id, "still_failing", failing.why());
            case Discarded discarded ->
                throw new ProblemException(
                        409,
                        "discarded",
                        "Discarded",
                        "Dead letter " + id + " was discarded and its bytes are gone. The record may still lie on its"
                                + " topic, at the partition and offset that the dead letter names.");
        };
    }
}
