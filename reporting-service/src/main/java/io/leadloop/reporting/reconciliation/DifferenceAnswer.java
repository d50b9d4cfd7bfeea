package io.leadloop.reporting.reconciliation;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import io.leadloop.reconciliation.rules.Difference;
import java.util.UUID;

/**
 * One entry that two services do not keep alike.
 *
 * @param kind missing, different, unknown, quarantined or in-flight
 * @param told what the teller has; absent when it does not know it
 * @param heard what the hearer has; absent when it does not know it
 */
@JsonInclude(Include.NON_EMPTY)
public record DifferenceAnswer(String kind, UUID id, UUID leadId, String told, String heard) {

    static DifferenceAnswer of(Difference difference) {
        return new DifferenceAnswer(
                difference.kind().word(), difference.id(), difference.leadId(), difference.told(), difference.heard());
    }
}
