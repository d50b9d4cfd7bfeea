package io.leadloop.sla.clock;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadloop.sla.clock.FireDueClocks.Found;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class LookAgainTest {

    static Stream<Arguments> pauses() {
        return Stream.of(
                Arguments.of("more than a batch is due", new Found.More(), Duration.ZERO),
                Arguments.of("a batch was fired", new Found.Fired(), Duration.ofMillis(10)),
                Arguments.of("another tracker fires", new Found.InOtherHands(), Duration.ofMillis(50)),
                Arguments.of("nothing is open", new Found.NothingOpen(), Duration.ofSeconds(1)),
                Arguments.of("due at once", nothingBefore(0), Duration.ofMillis(10)),
                Arguments.of("never early: rounded up", nothingBefore(400), Duration.ofMillis(401)),
                Arguments.of("due in a month", nothingBefore(2_592_000_000L), Duration.ofSeconds(1)));
    }

    @ParameterizedTest(name = "{0}: {2}")
    @MethodSource("pauses")
    void a_tracker_looks_again_when_something_may_be_due_and_at_least_once_a_second(
            String why, Found found, Duration pause) {
        assertThat(LookAgain.after(found)).as(why).isEqualTo(pause);
    }

    @Test
    void who_came_second_stands_back_until_the_first_falls_behind() {
        // Given a tracker that prepared what another one fired
        Duration handicap = LookAgain.handicapAfter(new Found.InOtherHands(), Duration.ZERO);

        // Then it leaves the next quarter of a second to that one
        assertThat(handicap).isEqualTo(Duration.ofMillis(250));
        assertThat(LookAgain.handicapAfter(nothingBefore(30), handicap)).isEqualTo(handicap);

        // And once it has fired something itself it is the first
        assertThat(LookAgain.handicapAfter(new Found.Fired(), handicap)).isEqualTo(Duration.ZERO);
        assertThat(LookAgain.handicapAfter(new Found.More(), handicap)).isEqualTo(Duration.ZERO);
    }

    private static Found nothingBefore(long millis) {
        return new Found.NothingBefore(Duration.ofMillis(millis));
    }
}
