package io.leadloop.intake.lead;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class WriterTurnsTest {
    private static final Duration SHORT = Duration.ofMillis(7);

    private final WriterTurns turns = new WriterTurns(1);

    @Test
    void a_lone_post_is_written_at_once() {
        assertThat(turns.begin(1)).isTrue();
    }

    @Test
    void what_comes_while_all_write_waits() {
        // Given
        turns.begin(1);

        // When, then
        assertThat(turns.begin(WriterTurns.MANY)).isFalse();
    }

    @Test
    void a_writer_rests_as_long_as_its_transaction_took_and_goes_on_then() {
        // Given
        turns.begin(1);

        // When
        long rest = turns.rest(SHORT, 1);

        // Then
        assertThat(rest).isEqualTo(7);
        assertThat(turns.begin(2)).isFalse();
        assertThat(turns.restIsOver()).isTrue();
    }

    @Test
    void a_rest_is_never_long() {
        turns.begin(1);

        assertThat(turns.rest(Duration.ofSeconds(2), 1)).isEqualTo(WriterTurns.LONGEST_REST_MILLIS);
    }

    @Test
    void nobody_rests_while_many_wait() {
        turns.begin(1);

        assertThat(turns.rest(SHORT, WriterTurns.MANY)).isZero();
    }

    @Test
    void many_posts_end_a_rest_and_its_end_wakes_nobody_then() {
        // Given
        turns.begin(1);
        assertThat(turns.rest(SHORT, 1)).isPositive();

        // When
        boolean begins = turns.begin(WriterTurns.MANY);

        // Then
        assertThat(begins).isTrue();
        assertThat(turns.restIsOver()).isFalse();
    }

    @Test
    void who_has_found_nothing_begins_with_the_next_post() {
        // Given
        turns.begin(1);
        assertThat(turns.rest(SHORT, 0)).isPositive();
        assertThat(turns.restIsOver()).isTrue();

        // When
        turns.end();

        // Then
        assertThat(turns.begin(1)).isTrue();
    }

    /** Whatever happens in whichever order: no post waits while nobody writes or will go on, and nobody writes beside the two. */
    @RepeatedTest(50)
    void no_post_is_left_waiting(RepetitionInfo run) {
        Random random = new Random(run.getCurrentRepetition());
        WriterTurns two = new WriterTurns(2);
        int waiting = 0;
        int writing = 0;
        int timers = 0;
        for (int i = 0; i < 2_000; i++) {
            boolean goesOn = false;
            switch (random.nextInt(3)) {
                case 0 -> {
                    waiting++;
                    goesOn = two.begin(waiting);
                }
                case 1 -> {
                    if (writing > 0) {
                        writing--;
                        goesOn = two.rest(Duration.ofMillis(random.nextInt(3)), waiting) == 0;
                        timers += goesOn ? 0 : 1;
                    }
                }
                default -> {
                    if (timers > 0) {
                        timers--;
                        goesOn = two.restIsOver();
                    }
                }
            }
            if (goesOn && waiting == 0) {
                two.end();
            } else if (goesOn) {
                waiting = Math.max(0, waiting - 1 - random.nextInt(WriterTurns.MANY));
                writing++;
            }
            assertThat(writing).isBetween(0, 2);
            assertThat(waiting == 0 || writing > 0 || timers > 0)
                    .as("somebody comes")
                    .isTrue();
        }
    }
}
