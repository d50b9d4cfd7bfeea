package io.leadloop.handoff.offer.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadloop.agreement.AgreementDocument.Reasons;
import io.leadloop.handoff.offer.rules.Outcome.Amount;
import io.leadloop.handoff.offer.rules.Outcome.Lost;
import io.leadloop.handoff.offer.rules.Outcome.Recycled;
import io.leadloop.handoff.offer.rules.Outcome.Won;
import io.leadloop.handoff.offer.rules.OutcomeReading.Understood;
import io.leadloop.handoff.offer.rules.OutcomeReading.Wrong;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class OutcomeRulesTest {

    private static final Reasons REASONS =
            new Reasons(List.of("SPAM"), List.of("PRICE", "OTHER"), List.of("BAD_TIMING"));
    private static final Instant JUNE = Instant.parse("2026-06-01T00:00:00Z");

    static Stream<Arguments> reported() {
        return Stream.of(
                row(report("won", "12000.50", "USD", null, null), won("12000.50", "USD")),
                row(report("won", "0", "EUR", null, null), won("0", "EUR")),
                row(
                        report("won", null, "USD", null, null),
                        new Wrong("amount", "is missing; a won lead has one, 0 if it brings nothing")),
                row(report("won", "-0.01", "USD", null, null), new Wrong("amount", "must be 0 or more")),
                row(
                        report("won", "1", null, null, null),
                        new Wrong("currency", "must be an ISO 4217 code, for example USD")),
                row(
                        report("won", "1", "usd", null, null),
                        new Wrong("currency", "must be an ISO 4217 code, for example USD")),
                row(report("lost", null, null, "PRICE", null), new Understood(new Lost("PRICE"))),
                row(
                        report("lost", null, null, "BAD_TIMING", null),
                        new Wrong("reason", "must be one of the agreement's: PRICE, OTHER")),
                row(
                        report("lost", null, null, null, null),
                        new Wrong("reason", "must be one of the agreement's: PRICE, OTHER")),
                row(
                        report("recycled", null, null, "BAD_TIMING", null),
                        new Understood(new Recycled("BAD_TIMING", Optional.empty()))),
                row(
                        report("recycled", null, null, "BAD_TIMING", JUNE),
                        new Understood(new Recycled("BAD_TIMING", Optional.of(JUNE)))),
                row(
                        report("recycled", null, null, "PRICE", JUNE),
                        new Wrong("reason", "must be one of the agreement's: BAD_TIMING")),
                row(report("maybe", null, null, null, null), new Wrong("outcome", "must be won, lost or recycled")));
    }

    @ParameterizedTest(name = "{0} → {1}")
    @MethodSource
    void reported(OutcomeReport report, OutcomeReading expected) {
        assertThat(OutcomeRules.reported(report, REASONS)).isEqualTo(expected);
    }

    private static OutcomeReading won(String amount, String currency) {
        return new Understood(new Won(Optional.of(new Amount(new BigDecimal(amount), currency))));
    }

    private static OutcomeReport report(String outcome, String amount, String currency, String reason, Instant until) {
        return new OutcomeReport(
                outcome,
                Optional.ofNullable(amount).map(BigDecimal::new),
                Optional.ofNullable(currency),
                Optional.ofNullable(reason),
                Optional.ofNullable(until));
    }

    private static Arguments row(OutcomeReport report, OutcomeReading expected) {
        return Arguments.of(report, expected);
    }
}
