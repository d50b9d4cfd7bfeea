package io.leadloop.scoring;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadloop.scoring.ScoreDueLeads.Found;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ScoreTimerTest {

    static Stream<Arguments> pauses() {
        return Stream.of(
                Arguments.of("there may be more", new Found.More(), 0),
                Arguments.of("another instance scores them", new Found.InOtherHands(), 50),
                Arguments.of("no score changes by itself", new Found.NothingDue(), 1_000),
                Arguments.of("never early: rounded up", new Found.NothingBefore(Duration.ofMillis(400)), 401),
                Arguments.of("due in a month", new Found.NothingBefore(Duration.ofDays(30)), 1_000));
    }

    @ParameterizedTest(name = "{0}: {2} ms")
    @MethodSource("pauses")
    void it_looks_again_when_a_score_may_change_and_at_least_once_a_second(String why, Found found, long millis) {
        assertThat(ScoreTimer.pauseAfter(found)).as(why).isEqualTo(Duration.ofMillis(millis));
    }
}
