package io.leadloop.sla.clock.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadloop.sla.clock.rules.Promise.Warning;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/**
 * The same hand-off heard in any order, any number of times, with the timer looking whenever it likes: one end. The
 * hand-off itself ends once: answered or expired, at some second.
 */
class ClockConvergenceTest {

    private static final Instant OFFERED = Instant.parse("2026-03-02T10:00:00Z");
    private static final int DUE = 60;
    private static final Promise PROMISE = new Promise(
            OFFERED, second(DUE), List.of(new Warning(0.5, second(30)), new Warning(0.8, second(48))), List.of());

    @Property
    void an_answered_offer_ends_met_before_its_due_time_and_breached_after_it_in_whatever_order_it_is_heard(
            @ForAll @IntRange(max = 120) int answeredAt, @ForAll long seed) {
        // Given
        ClockSignal answered = new ClockSignal.Answered(PROMISE, second(answeredAt));

        // When
        ClockStatus end = hear(answered, answeredAt, seed);

        // Then
        assertThat(end)
                .isEqualTo(
                        answeredAt < DUE
                                ? new ClockStatus.Met(PROMISE, second(answeredAt))
                                : new ClockStatus.Breached(PROMISE, 0));
    }

    @Property
    void an_expired_offer_ends_breached_when_it_was_due_and_cancelled_when_not_in_whatever_order_it_is_heard(
            @ForAll @IntRange(max = 120) int expiredAt, @ForAll long seed) {
        // Given
        ClockSignal expired =
                new ClockSignal.Ended(PROMISE, second(expiredAt), ClockOutcome.CancelReason.OFFER_ENDED_BEFORE_DUE);

        // When
        ClockStatus end = hear(expired, expiredAt, seed);

        // Then
        assertThat(end)
                .isEqualTo(
                        expiredAt < DUE
                                ? new ClockStatus.Cancelled(PROMISE, second(expiredAt))
                                : new ClockStatus.Breached(PROMISE, 0));
    }

    @Property
    void whatever_is_heard_a_breach_is_told_at_most_once_and_never_before_its_time(
            @ForAll @IntRange(max = 120) int answeredAt, @ForAll long seed) {
        // Given
        ClockSignal answered = new ClockSignal.Answered(PROMISE, second(answeredAt));
        List<ClockOutcome> told = new ArrayList<>();

        // When
        ClockStatus end = hear(answered, answeredAt, seed, told);

        // Then
        assertThat(told).filteredOn(ClockOutcome.Started.class::isInstance).hasSize(1);
        assertThat(told).filteredOn(ClockOutcome.Breached.class::isInstance).hasSizeLessThanOrEqualTo(1);
        assertThat(told)
                .filteredOn(t -> t instanceof ClockOutcome.Met || t instanceof ClockOutcome.Corrected)
                .hasSize(end instanceof ClockStatus.Met ? 1 : 0);
        assertThat(told).allSatisfy(outcome -> {
            if (outcome instanceof ClockOutcome.Breached breached) {
                assertThat(breached.lateness()).isGreaterThanOrEqualTo(Duration.ZERO);
            }
        });
    }

    private static ClockStatus hear(ClockSignal ending, int endedAt, long seed) {
        return hear(ending, endedAt, seed, new ArrayList<>());
    }

    /** News arrive after they happened, shuffled and repeated; the last look is after everything. */
    private static ClockStatus hear(ClockSignal ending, int endedAt, long seed, List<ClockOutcome> told) {
        Random random = new Random(seed);
        List<ClockSignal> signals = new ArrayList<>(List.of(new ClockSignal.Owed(PROMISE), ending));
        for (int repeat = random.nextInt(6); repeat > 0; repeat--) {
            signals.add(
                    switch (random.nextInt(4)) {
                        case 0 -> new ClockSignal.Owed(PROMISE);
                        case 1 -> ending;
                        default -> new ClockSignal.TimePassed();
                    });
        }
        Collections.shuffle(signals, random);
        ClockStatus status = new ClockStatus.NotStarted();
        int now = 0;
        for (ClockSignal signal : signals) {
            now = Math.max(now + random.nextInt(40), signal == ending ? endedAt : 0);
            ClockDecision decision = ClockRules.decide(status, signal, second(now));
            told.addAll(decision.outcomes());
            status = decision.status();
        }
        ClockDecision last = ClockRules.decide(status, new ClockSignal.TimePassed(), second(now + DUE));
        told.addAll(last.outcomes());
        return last.status();
    }

    private static Instant second(int second) {
        return OFFERED.plusSeconds(second);
    }
}
