package io.leadloop.deploy.supervise;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadloop.deploy.Seen;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class WatchTest {
    private static final Seen WELL = new Seen.Well();
    private static final Seen GONE = new Seen.Gone("had ended");
    private static final Seen SILENT = new Seen.Complaining("did not answer");

    private final Watch watch = new Watch(Duration.ofSeconds(40), Duration.ofMinutes(4));
    private Instant now = Instant.parse("2026-03-02T10:00:00Z");

    @Test
    void one_that_is_gone_is_started_again_after_a_second() {
        // Given
        assertThat(look(WELL)).isEmpty();

        // When
        Optional<String> atOnce = look(GONE);
        pass(Duration.ofSeconds(2));
        Optional<String> later = look(GONE);

        // Then
        assertThat(atOnce).isEmpty();
        assertThat(later).contains("had ended");
    }

    @Test
    void starts_in_a_row_are_further_and_further_apart_up_to_half_a_minute() {
        // When it ends right after each start
        List<Long> delays = new ArrayList<>();
        for (int start = 0; start < 7; start++) {
            delays.add(watch.delay().toSeconds());
            watch.restarted(now);
        }

        // Then
        assertThat(delays).containsExactly(1L, 2L, 4L, 8L, 16L, 30L, 30L);
    }

    @Test
    void after_two_quiet_minutes_nothing_is_held_against_it() {
        // Given
        for (int start = 0; start < 5; start++) {
            watch.restarted(now);
        }

        // When
        look(WELL);
        Duration early = watch.delay();
        pass(Duration.ofMinutes(2));
        look(WELL);

        // Then
        assertThat(early).isEqualTo(Duration.ofSeconds(30));
        assertThat(watch.delay()).isEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void one_that_is_silent_for_less_than_the_patience_is_left_alone() {
        // Given
        look(WELL);

        // When stopped for 38 s, twice, with an answer between
        Optional<String> first = lookFor(Duration.ofSeconds(38), SILENT);
        look(WELL);
        Optional<String> second = lookFor(Duration.ofSeconds(38), SILENT);

        // Then
        assertThat(first).isEmpty();
        assertThat(second).isEmpty();
    }

    @Test
    void one_that_is_silent_for_longer_is_started_again() {
        // Given
        look(WELL);

        // When
        Optional<String> why = lookFor(Duration.ofSeconds(42), SILENT);

        // Then
        assertThat(why).contains("did not answer for 40 s");
    }

    @Test
    void one_that_has_never_answered_since_its_start_has_the_patience_for_starts() {
        // When
        Optional<String> soon = lookFor(Duration.ofMinutes(3), SILENT);
        Optional<String> late = lookFor(Duration.ofMinutes(2), SILENT);

        // Then
        assertThat(soon).isEmpty();
        assertThat(late).contains("did not answer for 240 s");
    }

    @Test
    void the_sleep_of_the_machine_uses_no_patience_up() {
        // Given
        look(WELL);
        look(SILENT);

        // When
        pass(Duration.ofHours(8));
        Optional<String> awake = look(SILENT);

        // Then
        assertThat(awake).isEmpty();
    }

    @Test
    void time_in_which_nothing_can_be_held_against_it_does_not_count() {
        // Given a service that is silent
        look(WELL);
        Optional<String> before = lookFor(Duration.ofSeconds(30), SILENT);

        // When what it stands on is away
        Optional<String> meanwhile = lookFor(Duration.ofMinutes(10), new Seen.Unknown());
        Optional<String> after = lookFor(Duration.ofSeconds(6), SILENT);

        // Then
        assertThat(List.of(before, meanwhile, after)).allMatch(Optional::isEmpty);
    }

    private Optional<String> lookFor(Duration time, Seen seen) {
        Instant end = now.plus(time);
        Optional<String> why = Optional.empty();
        while (now.isBefore(end) && why.isEmpty()) {
            pass(Duration.ofSeconds(2));
            why = look(seen);
        }
        return why;
    }

    private Optional<String> look(Seen seen) {
        return watch.look(now, seen);
    }

    private void pass(Duration time) {
        now = now.plus(time);
    }
}
