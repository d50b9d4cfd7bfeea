package io.leadloop.handoff.offer.rules;

import static io.leadloop.handoff.offer.rules.HandoffDecision.Refusal.ALREADY_ACCEPTED;
import static io.leadloop.handoff.offer.rules.HandoffDecision.Refusal.ALREADY_CLOSED;
import static io.leadloop.handoff.offer.rules.HandoffDecision.Refusal.ALREADY_EXPIRED;
import static io.leadloop.handoff.offer.rules.HandoffDecision.Refusal.ALREADY_REJECTED;
import static io.leadloop.handoff.offer.rules.HandoffDecision.Refusal.ALREADY_WITHDRAWN;
import static io.leadloop.handoff.offer.rules.HandoffDecision.Refusal.NOT_ACCEPTED_YET;
import static io.leadloop.handoff.offer.rules.HandoffDecision.Refusal.NOT_OVERDUE;
import static io.leadloop.handoff.offer.rules.HandoffDecision.Refusal.TOO_OFTEN_PAUSED;
import static org.assertj.core.api.Assertions.assertThat;

import io.leadloop.events.Pause;
import io.leadloop.handoff.offer.rules.HandoffDecision.Changed;
import io.leadloop.handoff.offer.rules.HandoffDecision.Refusal;
import io.leadloop.handoff.offer.rules.HandoffDecision.Refused;
import io.leadloop.handoff.offer.rules.HandoffDecision.Unchanged;
import io.leadloop.handoff.offer.rules.HandoffStatus.Accepted;
import io.leadloop.handoff.offer.rules.HandoffStatus.Closed;
import io.leadloop.handoff.offer.rules.HandoffStatus.Expired;
import io.leadloop.handoff.offer.rules.HandoffStatus.Offered;
import io.leadloop.handoff.offer.rules.HandoffStatus.Rejected;
import io.leadloop.handoff.offer.rules.HandoffStatus.Withdrawn;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every state against every wish. */
class HandoffRulesTest {

    private static final Instant BEFORE = Instant.parse("2026-03-02T10:00:00Z");
    private static final Instant NOW = Instant.parse("2026-03-02T10:20:00Z");
    private static final Outcome WON = won("12000.00");
    private static final Outcome LOST = new Outcome.Lost("PRICE");

    private static final HandoffStatus OFFERED = new Offered(NOW.plusSeconds(1));
    private static final HandoffStatus DUE_NOW = new Offered(NOW);
    private static final HandoffStatus OVERDUE = new Offered(BEFORE);
    private static final HandoffStatus ACCEPTED = new Accepted(BEFORE, 2);
    private static final HandoffStatus REJECTED = new Rejected(BEFORE, "NO_BUDGET");
    private static final HandoffStatus EXPIRED = new Expired(BEFORE);
    private static final HandoffStatus WITHDRAWN = new Withdrawn(BEFORE);
    private static final List<Pause> PAUSED = List.of(new Pause(BEFORE, null));
    private static final List<Pause> OVER = List.of(new Pause(BEFORE, NOW));
    private static final HandoffStatus CLOSED = new Closed(BEFORE, WON);

    static Stream<Arguments> accept() {
        return Stream.of(
                row(OFFERED, changed(new Accepted(NOW, 0))),
                row(OVERDUE, changed(new Accepted(NOW, 0))),
                row(ACCEPTED, unchanged()),
                row(REJECTED, refused(ALREADY_REJECTED)),
                row(EXPIRED, refused(ALREADY_EXPIRED)),
                row(WITHDRAWN, refused(ALREADY_WITHDRAWN)),
                row(CLOSED, refused(ALREADY_CLOSED)));
    }

    @ParameterizedTest(name = "{0} → {1}")
    @MethodSource
    void accept(HandoffStatus status, HandoffDecision expected) {
        assertThat(HandoffRules.accept(status, NOW)).isEqualTo(expected);
    }

    static Stream<Arguments> takeBack() {
        return Stream.of(
                row(OFFERED, changed(new Withdrawn(NOW))),
                row(OVERDUE, changed(new Withdrawn(NOW))),
                row(ACCEPTED, refused(ALREADY_ACCEPTED)),
                row(REJECTED, unchanged()),
                row(EXPIRED, unchanged()),
                row(WITHDRAWN, unchanged()),
                row(CLOSED, unchanged()));
    }

    @ParameterizedTest(name = "{0} → {1}")
    @MethodSource
    void takeBack(HandoffStatus status, HandoffDecision expected) {
        assertThat(HandoffRules.takeBack(status, NOW)).isEqualTo(expected);
    }

    static Stream<Arguments> reject() {
        return Stream.of(
                row(OFFERED, changed(new Rejected(NOW, "NO_BUDGET"))),
                row(OVERDUE, changed(new Rejected(NOW, "NO_BUDGET"))),
                row(ACCEPTED, refused(ALREADY_ACCEPTED)),
                row(REJECTED, unchanged()),
                row(new Rejected(BEFORE, "SPAM"), refused(ALREADY_REJECTED)),
                row(EXPIRED, refused(ALREADY_EXPIRED)),
                row(WITHDRAWN, refused(ALREADY_WITHDRAWN)),
                row(CLOSED, refused(ALREADY_CLOSED)));
    }

    @ParameterizedTest(name = "{0} → {1}")
    @MethodSource
    void reject(HandoffStatus status, HandoffDecision expected) {
        assertThat(HandoffRules.reject(status, "NO_BUDGET", NOW)).isEqualTo(expected);
    }

    static Stream<Arguments> expire() {
        return Stream.of(
                row(OFFERED, refused(NOT_OVERDUE)),
                row(DUE_NOW, changed(new Expired(NOW))),
                row(OVERDUE, changed(new Expired(NOW))),
                row(ACCEPTED, refused(ALREADY_ACCEPTED)),
                row(REJECTED, refused(ALREADY_REJECTED)),
                row(EXPIRED, unchanged()),
                row(CLOSED, refused(ALREADY_CLOSED)));
    }

    @ParameterizedTest(name = "{0} → {1}")
    @MethodSource
    void expire(HandoffStatus status, HandoffDecision expected) {
        assertThat(HandoffRules.expire(status, NOW)).isEqualTo(expected);
    }

    static Stream<Arguments> attempt() {
        return Stream.of(
                row(OFFERED, refused(NOT_ACCEPTED_YET)),
                row(ACCEPTED, changed(new Accepted(BEFORE, 3))),
                row(REJECTED, refused(ALREADY_REJECTED)),
                row(EXPIRED, refused(ALREADY_EXPIRED)),
                row(WITHDRAWN, refused(ALREADY_WITHDRAWN)),
                row(CLOSED, refused(ALREADY_CLOSED)));
    }

    @ParameterizedTest(name = "{0} → {1}")
    @MethodSource
    void attempt(HandoffStatus status, HandoffDecision expected) {
        assertThat(HandoffRules.logAttempt(status)).isEqualTo(expected);
    }

    static Stream<Arguments> outcome() {
        return Stream.of(
                row(OFFERED, refused(NOT_ACCEPTED_YET)),
                row(ACCEPTED, changed(new Closed(NOW, WON))),
                row(REJECTED, refused(ALREADY_REJECTED)),
                row(EXPIRED, refused(ALREADY_EXPIRED)),
                row(CLOSED, unchanged()),
                row(new Closed(BEFORE, won("12000")), unchanged()),
                row(new Closed(BEFORE, won("12000.01")), refused(ALREADY_CLOSED)),
                row(new Closed(BEFORE, LOST), refused(ALREADY_CLOSED)));
    }

    @ParameterizedTest(name = "{0} → {1}")
    @MethodSource
    void outcome(HandoffStatus status, HandoffDecision expected) {
        assertThat(HandoffRules.close(status, WON, NOW)).isEqualTo(expected);
    }

    static Stream<Arguments> outcome_from_history() {
        return Stream.of(
                row(OFFERED, changed(new Closed(NOW, WON))),
                row(ACCEPTED, changed(new Closed(NOW, WON))),
                row(REJECTED, unchanged()),
                row(EXPIRED, unchanged()),
                row(CLOSED, unchanged()));
    }

    @ParameterizedTest(name = "{0} → {1}")
    @MethodSource
    void outcome_from_history(HandoffStatus status, HandoffDecision expected) {
        assertThat(HandoffRules.closeFromHistory(status, WON, NOW)).isEqualTo(expected);
    }

    static Stream<Arguments> work() {
        return Stream.of(
                row(OFFERED, refused(NOT_ACCEPTED_YET)),
                row(REJECTED, refused(ALREADY_REJECTED)),
                row(EXPIRED, refused(ALREADY_EXPIRED)),
                row(WITHDRAWN, refused(ALREADY_WITHDRAWN)),
                row(CLOSED, refused(ALREADY_CLOSED)));
    }

    @ParameterizedTest(name = "{0} → {1}")
    @MethodSource("work")
    void only_what_is_worked_on_is_paused_resumed_given_a_next_step_or_withdrawn(
            HandoffStatus status, HandoffDecision expected) {
        assertThat(HandoffRules.pause(status, List.of())).isEqualTo(expected);
        assertThat(HandoffRules.resume(status, PAUSED)).isEqualTo(expected);
        assertThat(HandoffRules.setNextStep(status)).isEqualTo(expected);
        assertThat(HandoffRules.withdraw(status, List.of(), Optional.empty(), BEFORE, NOW))
                .isEqualTo(expected);
    }

    @Test
    void a_pause_begins_once_and_ends_once() {
        assertThat(HandoffRules.pause(ACCEPTED, List.of())).isEqualTo(changed(ACCEPTED));
        assertThat(HandoffRules.pause(ACCEPTED, OVER)).isEqualTo(changed(ACCEPTED));
        assertThat(HandoffRules.pause(ACCEPTED, PAUSED)).isEqualTo(unchanged());
        assertThat(HandoffRules.resume(ACCEPTED, PAUSED)).isEqualTo(changed(ACCEPTED));
        assertThat(HandoffRules.resume(ACCEPTED, OVER)).isEqualTo(unchanged());
        assertThat(HandoffRules.pause(ACCEPTED, Collections.nCopies(100, OVER.getFirst())))
                .isEqualTo(refused(TOO_OFTEN_PAUSED));
        assertThat(HandoffRules.setNextStep(ACCEPTED)).isEqualTo(changed(ACCEPTED));
    }

    @Test
    void a_broken_promise_costs_the_rep_the_lead_unless_it_is_paused_or_worked_on_since() {
        assertThat(HandoffRules.withdraw(ACCEPTED, OVER, Optional.of(BEFORE.minusSeconds(1)), BEFORE, NOW))
                .isEqualTo(changed(new Withdrawn(NOW)));
        assertThat(HandoffRules.withdraw(ACCEPTED, PAUSED, Optional.empty(), BEFORE, NOW))
                .isEqualTo(unchanged());
        assertThat(HandoffRules.withdraw(ACCEPTED, List.of(), Optional.of(BEFORE), BEFORE, NOW))
                .isEqualTo(unchanged());
    }

    private static Outcome won(String amount) {
        return new Outcome.Won(Optional.of(new Outcome.Amount(new BigDecimal(amount), "USD")));
    }

    private static HandoffDecision changed(HandoffStatus next) {
        return new Changed(next);
    }

    private static HandoffDecision unchanged() {
        return new Unchanged();
    }

    private static HandoffDecision refused(Refusal why) {
        return new Refused(why);
    }

    private static Arguments row(HandoffStatus status, HandoffDecision expected) {
        return Arguments.of(status, expected);
    }
}
