package io.leadloop.handoff.offer.rules;

import static io.leadloop.handoff.offer.rules.HandoffDecision.Refusal.ALREADY_ACCEPTED;
import static io.leadloop.handoff.offer.rules.HandoffDecision.Refusal.ALREADY_CLOSED;
import static io.leadloop.handoff.offer.rules.HandoffDecision.Refusal.ALREADY_EXPIRED;
import static io.leadloop.handoff.offer.rules.HandoffDecision.Refusal.ALREADY_REJECTED;
import static io.leadloop.handoff.offer.rules.HandoffDecision.Refusal.NOT_ACCEPTED_YET;
import static io.leadloop.handoff.offer.rules.HandoffDecision.Refusal.NOT_OVERDUE;
import static org.assertj.core.api.Assertions.assertThat;

import io.leadloop.handoff.offer.rules.HandoffDecision.Changed;
import io.leadloop.handoff.offer.rules.HandoffDecision.Refusal;
import io.leadloop.handoff.offer.rules.HandoffDecision.Refused;
import io.leadloop.handoff.offer.rules.HandoffDecision.Unchanged;
import io.leadloop.handoff.offer.rules.HandoffStatus.Accepted;
import io.leadloop.handoff.offer.rules.HandoffStatus.Closed;
import io.leadloop.handoff.offer.rules.HandoffStatus.Expired;
import io.leadloop.handoff.offer.rules.HandoffStatus.Offered;
import io.leadloop.handoff.offer.rules.HandoffStatus.Rejected;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;
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
    private static final HandoffStatus CLOSED = new Closed(BEFORE, WON);

    static Stream<Arguments> accept() {
        return Stream.of(
                row(OFFERED, changed(new Accepted(NOW, 0))),
                row(OVERDUE, changed(new Accepted(NOW, 0))),
                row(ACCEPTED, unchanged()),
                row(REJECTED, refused(ALREADY_REJECTED)),
                row(EXPIRED, refused(ALREADY_EXPIRED)),
                row(CLOSED, refused(ALREADY_CLOSED)));
    }

    @ParameterizedTest(name = "{0} → {1}")
    @MethodSource
    void accept(HandoffStatus status, HandoffDecision expected) {
        assertThat(HandoffRules.accept(status, NOW)).isEqualTo(expected);
    }

    static Stream<Arguments> reject() {
        return Stream.of(
                row(OFFERED, changed(new Rejected(NOW, "NO_BUDGET"))),
                row(OVERDUE, changed(new Rejected(NOW, "NO_BUDGET"))),
                row(ACCEPTED, refused(ALREADY_ACCEPTED)),
                row(REJECTED, unchanged()),
                row(new Rejected(BEFORE, "SPAM"), refused(ALREADY_REJECTED)),
                row(EXPIRED, refused(ALREADY_EXPIRED)),
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
