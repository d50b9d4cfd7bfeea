package io.leadloop.reporting.lead;

import io.leadloop.events.Money;
import io.leadloop.reporting.funnel.rules.Capture;
import io.leadloop.reporting.funnel.rules.FunnelLead;
import io.leadloop.reporting.funnel.rules.Grading;
import io.leadloop.reporting.funnel.rules.Offer;
import io.leadloop.reporting.funnel.rules.Outcome;
import io.leadloop.reporting.report.rules.MoneyText;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/**
 * A lead as it is answered, without the person: no name, no address, no number. What is unknown is absent.
 *
 * @param source of the first touch
 * @param campaign of the first touch
 * @param repId who holds or last held it
 * @param outcomeAt when it was won, lost, recycled or returned
 */
public record LeadItem(
        UUID leadId,
        Instant capturedAt,
        boolean historical,
        String stage,
        String grade,
        String persona,
        String source,
        String medium,
        String campaign,
        String landingPage,
        String company,
        String country,
        String repId,
        Instant mqlAt,
        Instant sqlAt,
        Instant outcomeAt,
        String reason,
        Money amount) {

    public static LeadItem of(FunnelLead lead) {
        Optional<Capture> capture = lead.capture();
        Optional<Outcome> outcome = lead.outcome();
        return new LeadItem(
                lead.leadId(),
                capture.map(Capture::capturedAt).orElse(null),
                capture.map(Capture::historical).orElse(false),
                lead.stage().word(),
                lead.grading().map(Grading::grade).orElse(null),
                outcome.flatMap(Outcome::persona)
                        .or(() -> lead.grading().flatMap(Grading::persona))
                        .orElse(null),
                text(capture, Capture::source),
                text(capture, Capture::medium),
                text(capture, Capture::campaign),
                text(capture, Capture::landingPage),
                text(capture, Capture::company),
                text(capture, Capture::country),
                outcome.flatMap(Outcome::repId)
                        .or(() -> lead.offer().map(Offer::repId))
                        .orElse(null),
                lead.mqlAt().orElse(null),
                lead.sqlAt().orElse(null),
                outcome.map(Outcome::at).orElse(null),
                outcome.flatMap(Outcome::reason).orElse(null),
                outcome.flatMap(Outcome::amount).map(LeadItem::scaled).orElse(null));
    }

    private static String text(Optional<Capture> capture, Function<Capture, Optional<String>> part) {
        return capture.flatMap(part).orElse(null);
    }

    private static Money scaled(Money money) {
        return new Money(MoneyText.scaled(money.amount(), money.currency()), money.currency());
    }
}
