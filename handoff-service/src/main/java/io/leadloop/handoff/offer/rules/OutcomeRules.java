package io.leadloop.handoff.offer.rules;

import io.leadloop.agreement.AgreementDocument.Reasons;
import io.leadloop.handoff.offer.rules.Outcome.Amount;
import io.leadloop.handoff.offer.rules.OutcomeReading.Understood;
import io.leadloop.handoff.offer.rules.OutcomeReading.Wrong;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What a report of an outcome must say.
 *
 * <ul>
 *   <li>Won: an amount of zero or more, and its currency (ISO 4217).
 *   <li>Lost: one of the agreement's reasons for it.
 *   <li>Recycled: one of the agreement's reasons for it, and perhaps until when.
 *   <li>History was written before the agreement: any reason will do, and nobody may have noted the amount.
 * </ul>
 */
public final class OutcomeRules {
    private static final Set<String> CURRENCIES = Currency.getAvailableCurrencies().stream()
            .map(Currency::getCurrencyCode)
            .collect(Collectors.toUnmodifiableSet());

    private OutcomeRules() {}

    /** What a rep reports under the agreement in force. */
    public static OutcomeReading reported(OutcomeReport report, Reasons reasons) {
        return switch (report.outcome()) {
            case "won" ->
                report.amount().isEmpty()
                        ? new Wrong("amount", "is missing; a won lead has one, 0 if it brings nothing")
                        : won(report);
            case "lost" -> reason(report, reasons.lost(), Outcome.Lost::new);
            case "recycled" ->
                reason(report, reasons.recycle(), reason -> new Outcome.Recycled(reason, report.until()));
            default -> unknown();
        };
    }

    /** What a file says that happened before. */
    public static OutcomeReading remembered(OutcomeReport report) {
        String reason = report.reason().orElse("OTHER");
        return switch (report.outcome()) {
            case "won" -> report.amount().isEmpty() ? new Understood(new Outcome.Won(Optional.empty())) : won(report);
            case "lost" -> new Understood(new Outcome.Lost(reason));
            case "recycled" -> new Understood(new Outcome.Recycled(reason, report.until()));
            default -> unknown();
        };
    }

    private static OutcomeReading won(OutcomeReport report) {
        if (report.amount().orElseThrow().signum() < 0) {
            return new Wrong("amount", "must be 0 or more");
        }
        return report.currency()
                .filter(CURRENCIES::contains)
                .<OutcomeReading>map(currency -> new Understood(
                        new Outcome.Won(Optional.of(new Amount(report.amount().orElseThrow(), currency)))))
                .orElseGet(() -> new Wrong("currency", "must be an ISO 4217 code, for example USD"));
    }

    private static OutcomeReading reason(
            OutcomeReport report, List<String> allowed, Function<String, Outcome> outcome) {
        return report.reason()
                .filter(allowed::contains)
                .<OutcomeReading>map(reason -> new Understood(outcome.apply(reason)))
                .orElseGet(() -> new Wrong("reason", "must be one of the agreement's: " + String.join(", ", allowed)));
    }

    private static OutcomeReading unknown() {
        return new Wrong("outcome", "must be won, lost or recycled");
    }
}
