package io.leadloop.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class GateTest {
    private final List<Runnable> giveUps = new ArrayList<>();
    private final Gate gate = new Gate(2, Duration.ofSeconds(1), (millis, next) -> giveUps.add(next));
    private final List<String> begun = new ArrayList<>();
    private final List<UniEmitter<? super String>> inside = new ArrayList<>();
    private final List<String> answers = new ArrayList<>();

    @Test
    void so_many_are_inside_at_a_time_and_the_others_follow_in_turn() {
        // Given two places and four visitors
        List.of("a", "b", "c", "d").forEach(this::come);
        assertThat(begun).containsExactly("a", "b");

        // When one leaves, with an answer or without
        inside.get(1).complete("done");
        assertThat(begun).containsExactly("a", "b", "c");
        inside.get(0).fail(new IllegalStateException("a defect"));

        // Then the next one in line is let in
        assertThat(begun).containsExactly("a", "b", "c", "d");
        assertThat(answers).containsExactly("b done", "a IllegalStateException");
    }

    @Test
    void who_has_waited_too_long_is_turned_away_at_once_and_never_begins() {
        // Given two who wait, one of them for longer than anybody listens
        List.of("a", "b", "late", "fresh").forEach(this::come);
        giveUps.getFirst().run();
        assertThat(answers).containsExactly("late DatabaseIsSilent");

        // When a place is free
        inside.getFirst().complete("done");

        // Then it is for the other one
        assertThat(begun).containsExactly("a", "b", "fresh");
    }

    @Test
    void who_was_let_in_is_not_turned_away_any_more() {
        // Given one who waited and was let in
        List.of("a", "b", "c").forEach(this::come);
        inside.getFirst().complete("done");

        // When the time to wait is over
        giveUps.getFirst().run();

        // Then it is served
        inside.getLast().complete("done");
        assertThat(answers).containsExactly("a done", "c done");
    }

    @Test
    void a_place_that_nobody_wants_is_free_for_the_next_who_comes() {
        // Given everybody has left
        List.of("a", "b").forEach(this::come);
        inside.forEach(answer -> answer.complete("done"));

        // When two come
        List.of("c", "d").forEach(this::come);

        // Then both are let in
        assertThat(begun).containsExactly("a", "b", "c", "d");
    }

    private void come(String name) {
        gate.pass(() -> {
                    begun.add(name);
                    return Uni.createFrom().<String>emitter(inside::add);
                })
                .subscribe()
                .with(
                        answer -> answers.add(name + " " + answer),
                        failure -> answers.add(name + " " + failure.getClass().getSimpleName()));
    }
}
