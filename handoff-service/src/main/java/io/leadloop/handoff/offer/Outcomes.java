package io.leadloop.handoff.offer;

import io.leadloop.handoff.offer.rules.Outcome;
import io.leadloop.handoff.offer.rules.Outcome.Amount;
import io.leadloop.handoff.offer.rules.Outcome.Lost;
import io.leadloop.handoff.offer.rules.Outcome.Recycled;
import io.leadloop.handoff.offer.rules.Outcome.Won;
import java.util.Optional;

/** Outcomes in the columns of a hand-off. */
final class Outcomes {
    private Outcomes() {}

    static Outcome read(HandoffRow row) {
        return switch (row.outcome) {
            case "won" -> new Won(Optional.ofNullable(row.amount).map(amount -> new Amount(amount, row.currency)));
            case "lost" -> new Lost(row.outcomeReason);
            case "recycled" -> new Recycled(row.outcomeReason, Optional.ofNullable(row.recycledUntil));
            default -> throw new IllegalStateException("A hand-off has no known outcome: " + row.outcome);
        };
    }

    static void write(Outcome outcome, HandoffRow row) {
        switch (outcome) {
            case Won won -> {
                row.outcome = "won";
                row.amount = won.amount().map(Amount::value).orElse(null);
                row.currency = won.amount().map(Amount::currency).orElse(null);
            }
            case Lost lost -> {
                row.outcome = "lost";
                row.outcomeReason = lost.reason();
            }
            case Recycled recycled -> {
                row.outcome = "recycled";
                row.outcomeReason = recycled.reason();
                row.recycledUntil = recycled.until().orElse(null);
            }
        }
    }
}
