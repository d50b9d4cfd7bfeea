package io.leadloop.systemtests.clocks;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The yardstick has a test of its own: up from 10 to 20 by two in turn, and again from 30. */
class UptimeTest {
    private static final Instant ZERO = Instant.parse("2026-03-02T10:00:00Z");

    @ParameterizedTest(name = "due at {0}, told at {1}: {2} ms late, {3}")
    @CsvSource({
        "12, 12.3, 300, somebody was there",
        "5, 10.2, 200, nobody was there when it was due",
        "15.9, 16.4, 500, the other one was there",
        "19.9, 20.3, 400, last words of one that was struck",
        "22, 30.1, 100, it was due while nobody was there",
        "22, 29.5, 0, told by one that came up and had not said so",
        "19, 30.5, 500, nobody had the chance before",
    })
    void lateness_counts_from_the_due_time_or_from_when_a_tracker_is_there(
            double due, double told, long millis, String why) {
        assertThat(uptime().lateness(at(due), at(told))).as(why).isEqualTo(Duration.ofMillis(millis));
    }

    @Test
    void a_tracker_that_is_up_stays_up_when_it_says_so_again() {
        Uptime uptime = uptime();
        uptime.begins("first", at(35));
        assertThat(uptime.isUp("first")).isTrue();
        assertThat(uptime.lateness(at(31), at(36))).isEqualTo(Duration.ofSeconds(5));
    }

    private static Uptime uptime() {
        Uptime uptime = new Uptime();
        uptime.begins("first", at(10));
        uptime.begins("second", at(15));
        uptime.ends("first", at(16));
        uptime.ends("second", at(20));
        uptime.begins("first", at(30));
        return uptime;
    }

    private static Instant at(double seconds) {
        return ZERO.plusMillis(Math.round(seconds * 1_000));
    }
}
