package io.leadloop.deploy.demo;

import java.time.Instant;
import java.util.Optional;

/**
 * A lead of last quarter, with what became of it.
 *
 * @param stage how far it came before its outcome: captured, mql or sql
 */
record PastLead(DemoLead lead, Instant capturedAt, String stage, Instant stageAt, Optional<PastOutcome> outcome) {

    /** @param amount only of a won lead, as a decimal number */
    record PastOutcome(
            String outcome,
            Instant occurredAt,
            String repId,
            Optional<String> persona,
            Optional<String> amount,
            Optional<String> currency,
            Optional<String> reason) {}
}
