package io.leadloop.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SeldomTest {
    private final List<String> said = new ArrayList<>();
    private Duration now = Duration.ZERO;
    private final Seldom seldom = new Seldom(() -> now.toNanos(), said::add);

    @Test
    void the_first_is_said_at_once_and_the_next_after_a_second_with_how_many_there_were() {
        // Given three refusals within a second
        seldom.say("silent", "/v1/leads");
        now = Duration.ofMillis(400);
        seldom.say("silent", "/v1/leads");
        now = Duration.ofMillis(999);
        seldom.say("silent", "/v1/leads");
        assertThat(said).containsExactly("/v1/leads answered 503: silent");

        // When one comes later
        now = Duration.ofSeconds(1);
        seldom.say("silent", "/v1/activities");

        // Then it tells of those in between, once
        now = Duration.ofSeconds(5);
        seldom.say("away", "/v1/leads");
        assertThat(said)
                .containsExactly(
                        "/v1/leads answered 503: silent",
                        "/v1/activities answered 503: silent (and 2 requests before it)",
                        "/v1/leads answered 503: away");
    }
}
