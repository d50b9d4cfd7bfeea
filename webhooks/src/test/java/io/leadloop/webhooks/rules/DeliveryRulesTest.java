package io.leadloop.webhooks.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeliveryRulesTest {

    private static final Schedule SCHEDULE =
            new Schedule(List.of(Duration.ZERO, Duration.ofSeconds(5), Duration.ofMinutes(5)));

    @ParameterizedTest(name = "attempt {0}, status {1}, Retry-After {2} → {3}")
    @CsvSource({
        "1, 200, -,      Delivered",
        "1, 204, -,      Delivered",
        "1, 301, -,      Again PT5S",
        "1, 400, -,      Again PT5S",
        "1, 410, -,      EndpointGone",
        "1, 500, -,      Again PT5S",
        "2, 503, -,      Again PT5M",
        "1, 429, 60,     Again PT1M",
        "2, 429, 60,     Again PT5M",
        "1, 429, 999999, Again PT24H",
        "3, 500, -,      GivenUp",
        "3, 429, 60,     GivenUp",
        "3, 200, -,      Delivered",
    })
    void what_follows_from_an_answer(int attempts, int status, String retryAfter, String expected) {
        // Given
        Optional<Duration> asked =
                retryAfter.equals("-") ? Optional.empty() : Optional.of(Duration.ofSeconds(Long.parseLong(retryAfter)));

        // When
        DeliveryDecision decision = DeliveryRules.decide(new Attempt.Answered(status, asked), attempts, SCHEDULE);

        // Then
        assertThat(
                        decision instanceof DeliveryDecision.Again again
                                ? "Again " + again.in()
                                : decision.getClass().getSimpleName())
                .isEqualTo(expected);
    }

    @Test
    void who_does_not_answer_is_asked_again_until_the_schedule_ends() {
        // When / Then
        assertThat(DeliveryRules.decide(new Attempt.Unanswered("timeout"), 1, SCHEDULE))
                .isEqualTo(new DeliveryDecision.Again(Duration.ofSeconds(5)));
        assertThat(DeliveryRules.decide(new Attempt.Unanswered("timeout"), 3, SCHEDULE))
                .isEqualTo(new DeliveryDecision.GivenUp());
    }
}
