package io.leadloop.sla.agreement;

import io.leadloop.events.AgreementEvent.AgreementSigned;
import io.leadloop.events.Signature;
import java.time.Instant;
import java.util.List;

/**
 * A signed agreement in a list.
 *
 * @param state {@code to_come}, {@code in_force} or {@code replaced}
 * @param sha256 of its text: what was signed
 */
public record AgreementSummary(
        int version, String state, Instant signedAt, Instant inForceFrom, String sha256, List<Signature> signatures) {

    /** @param inForce the version that decides now */
    static AgreementSummary of(AgreementSigned signed, int inForce) {
        return new AgreementSummary(
                signed.version(),
                signed.version() == inForce ? "in_force" : signed.version() > inForce ? "to_come" : "replaced",
                signed.occurredAt(),
                signed.inForceFrom(),
                signed.sha256(),
                signed.signatures());
    }
}
