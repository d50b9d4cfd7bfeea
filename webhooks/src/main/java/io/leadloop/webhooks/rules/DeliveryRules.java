package io.leadloop.webhooks.rules;

import io.leadloop.webhooks.rules.DeliveryDecision.Again;
import io.leadloop.webhooks.rules.DeliveryDecision.Delivered;
import io.leadloop.webhooks.rules.DeliveryDecision.EndpointGone;
import io.leadloop.webhooks.rules.DeliveryDecision.GivenUp;
import java.time.Duration;
import java.util.Optional;

/**
 * When to try again.
 *
 * <ul>
 *   <li>Only 2xx is success; a redirect is not followed and is no success.
 *   <li>410 says that nobody is there any more: the endpoint is disabled.
 *   <li>Everything else is tried again when the schedule says, or when the receiver asks ({@code Retry-After}) if that is later, but
 *       not later than a day.
 * </ul>
 */
public final class DeliveryRules {
    private static final Duration LONGEST = Duration.ofDays(1);

    private DeliveryRules() {}

    /** @param attempts how many there were, this one included */
    public static DeliveryDecision decide(Attempt attempt, int attempts, Schedule schedule) {
        return switch (attempt) {
            case Attempt.Answered answered when answered.status() / 100 == 2 -> new Delivered();
            case Attempt.Answered answered when answered.status() == 410 -> new EndpointGone();
            case Attempt.Answered answered -> again(attempts, schedule, answered.retryAfter());
            case Attempt.Unanswered unanswered -> again(attempts, schedule, Optional.empty());
        };
    }

    private static DeliveryDecision again(int attempts, Schedule schedule, Optional<Duration> asked) {
        return schedule.after(attempts)
                .<DeliveryDecision>map(pause -> new Again(asked.filter(wish -> wish.compareTo(pause) > 0)
                        .map(wish -> wish.compareTo(LONGEST) > 0 ? LONGEST : wish)
                        .orElse(pause)))
                .orElseGet(GivenUp::new);
    }
}
